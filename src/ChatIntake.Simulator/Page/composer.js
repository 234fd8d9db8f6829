// Who speaks, what is quoted, and what is typed.
import { made, paintPerson } from './bubbles.js';

const byId = id => document.getElementById(id);

export class Composer {
  #town; #speak;
  #quote = null;
  #choice = 0;

  /** town gives bot, users and me (with its setter); speak(text, quote) sends. */
  constructor(town, speak) {
    [this.#town, this.#speak] = [town, speak];
    const text = byId('text');
    text.addEventListener('keydown', e => this.#key(e));
    text.addEventListener('input', () => this.#suggest());
    byId('composer').addEventListener('submit', e => { e.preventDefault(); this.#send(); });
    byId('unquote').addEventListener('click', () => this.quote(null));
    byId('call-bot').addEventListener('click', () => this.#insert(`@${town.bot.display} `));
    byId('speaker').addEventListener('click', () => this.choosePerson());
    byId('me').addEventListener('click', () => this.choosePerson());
    byId('people-filter').addEventListener('input', () => this.#listPeople());
    byId('people-filter').addEventListener('keydown', e => {
      if (e.key !== 'Enter' || composing(e)) return;
      e.preventDefault();
      byId('people-list').querySelector('button')?.click();
    });
    byId('people').addEventListener('click', e => { if (e.target === byId('people')) byId('people').close(); });
  }

  quote(message) {
    this.#quote = message;
    byId('quote').hidden = !message;
    byId('quote-text').textContent = message ? `引用 ${message.name}：${message.text.replace(/\s+/g, ' ').slice(0, 80)}` : '';
    if (message) byId('text').focus();
  }

  choosePerson() {
    byId('people-filter').value = '';
    this.#listPeople();
    byId('people').showModal();
  }

  showMe() {
    const me = this.#town.me;
    byId('speaker-name').textContent = me?.display ?? '请选择';
    if (me) paintPerson(byId('me'), me.display, false);
    byId('me').title = me ? `我是 ${me.display}` : '选择身份';
  }

  hint(text) {
    byId('hint').textContent = text;
  }

  #key(event) {
    const menu = byId('mention-menu');
    // While an input method composes, Enter chooses a word.
    if (composing(event)) return;
    const options = [...menu.querySelectorAll('button')];
    if (!menu.hidden && options.length > 0) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) this.#mark(options, (this.#choice + step + options.length) % options.length);
      else if (event.key === 'Enter' || event.key === 'Tab') options[this.#choice].click();
      else if (event.key === 'Escape') menu.hidden = true;
      else return;
      event.preventDefault();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape') {
      this.quote(null);
    }
  }

  #send() {
    const text = byId('text').value.trim();
    if (!text) return;
    if (!this.#town.me) return this.choosePerson();
    this.#speak(text, this.#quote);
    byId('text').value = '';
    byId('mention-menu').hidden = true;
    this.quote(null);
  }

  #suggest() {
    const field = byId('text');
    const typed = /@([^\s@]{0,20})$/.exec(field.value.slice(0, field.selectionStart));
    const menu = byId('mention-menu');
    const found = typed
      ? [this.#town.bot, ...this.#town.users].filter(p => p.display.includes(typed[1])).slice(0, 6) : [];
    menu.hidden = found.length === 0;
    menu.replaceChildren(...found.map(person => this.#person(person, () => {
      this.#insert(`@${person.display} `, typed[0].length);
      menu.hidden = true;
    })));
    if (found.length > 0) this.#mark([...menu.querySelectorAll('button')], 0);
  }

  #mark(options, choice) {
    this.#choice = choice;
    options.forEach((option, i) => option.classList.toggle('chosen', i === choice));
  }

  #insert(words, replaced = 0) {
    const field = byId('text');
    const at = field.selectionStart;
    field.setRangeText(words, at - replaced, field.selectionEnd, 'end');
    field.focus();
  }

  #listPeople() {
    const wanted = byId('people-filter').value.trim();
    const found = this.#town.users.filter(p => p.display.includes(wanted) || p.userId.includes(wanted));
    const options = found.map(p => this.#person(p, () => this.#become(p)));
    if (wanted && !found.some(p => p.display === wanted))
      options.push(this.#person({ userId: wanted, display: wanted }, () => this.#become({ userId: wanted, display: wanted }), '新成员'));
    byId('people-list').replaceChildren(...options);
  }

  #become(person) {
    this.#town.me = person;
    byId('people').close();
    this.showMe();
    byId('text').focus();
  }

  #person(person, choose, note = '') {
    const option = made('button', 'plain person');
    option.type = 'button';
    const avatar = made('span');
    paintPerson(avatar, person.display, person === this.#town.bot);
    option.append(avatar, made('span', 'name', person.display), made('span', 'note', note));
    option.addEventListener('click', choose);
    const item = made('li');
    item.append(option);
    return item;
  }
}

// Safari ends the composition before it tells of the key; the old key code is what remains of it.
const composing = event => event.isComposing || event.keyCode === 229;
