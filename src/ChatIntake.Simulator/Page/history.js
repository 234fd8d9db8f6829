// The messages of the open group: the last some hundred in the page, older ones on request, new ones at the end.
import { bubble, timeLine } from './bubbles.js';

const keep = 300;
const pageful = 100;
const nearEnd = 60;

export class History {
  #list; #scroller; #older; #newer; #view;
  #chatId = null;
  #shown = [];
  #unseen = 0;
  #follows = true;

  constructor({ list, scroller, older, newer }, view) {
    [this.#list, this.#scroller, this.#older, this.#newer, this.#view] = [list, scroller, older, newer, view];
    older.addEventListener('click', () => this.#loadOlder());
    newer.addEventListener('click', () => this.toEnd());
    scroller.addEventListener('scroll', () => {
      this.#follows = this.#atEnd();
      if (this.#follows) this.#seen();
    });
    // The composer grows and shrinks; who reads the end stays there.
    new ResizeObserver(() => { if (this.#follows) this.toEnd(); }).observe(scroller);
  }

  /** Shows a group's last messages. */
  async open(chatId) {
    this.#chatId = chatId;
    this.#show([]);
    const messages = await fetchMessages(chatId, null);
    if (this.#chatId !== chatId) return;
    // What arrived meanwhile is in the answer or was appended behind it; both are put in order once.
    const arrived = this.#shown.filter(m => !messages.length || m.seq > messages[messages.length - 1].seq);
    this.#show([...messages, ...arrived]);
    this.#older.hidden = messages.length < pageful;
    this.toEnd();
  }

  /** Shows the same messages again, after names or the speaker changed. */
  redraw() {
    const top = this.#scroller.scrollTop;
    this.#show(this.#shown);
    this.#scroller.scrollTop = top;
  }

  append(messages) {
    const last = this.#shown[this.#shown.length - 1]?.seq ?? 0;
    const added = messages.filter(m => m.seq > last).slice(-keep);
    if (added.length === 0) return;
    this.#list.append(this.#nodes(added, this.#shown[this.#shown.length - 1]));
    this.#shown.push(...added);
    if (this.#follows) {
      this.#dropOldest();
      this.toEnd();
    } else {
      this.#unseen += added.length;
      this.#newer.textContent = `↓ ${this.#unseen} 条新消息`;
      this.#newer.hidden = false;
    }
  }

  toEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#follows = true;
    this.#seen();
  }

  async #loadOlder() {
    const [chatId, before] = [this.#chatId, this.#shown[0]?.seq];
    const messages = await fetchMessages(chatId, before);
    if (this.#chatId !== chatId || this.#shown[0]?.seq !== before) return;
    const fromEnd = this.#scroller.scrollHeight - this.#scroller.scrollTop;
    this.#show([...messages, ...this.#shown]);
    this.#scroller.scrollTop = this.#scroller.scrollHeight - fromEnd;
    this.#older.hidden = messages.length < pageful;
  }

  #dropOldest() {
    if (this.#shown.length <= keep + pageful) return;
    this.#show(this.#shown.slice(-keep));
    this.#older.hidden = false;
  }

  #show(messages) {
    this.#shown = [...messages];
    this.#list.replaceChildren(this.#nodes(messages, null));
  }

  #nodes(messages, previous) {
    const nodes = document.createDocumentFragment();
    for (const message of messages) {
      const time = timeLine(message, previous);
      if (time) nodes.append(time);
      nodes.append(bubble(message, this.#view));
      previous = message;
    }
    return nodes;
  }

  #seen() {
    this.#unseen = 0;
    this.#newer.hidden = true;
  }

  #atEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight < nearEnd;
  }
}

async function fetchMessages(chatId, before) {
  const query = new URLSearchParams({ chatId, limit: pageful });
  if (before) query.set('before', before);
  const response = await fetch(`sim/messages?${query}`);
  return (await response.json()).messages;
}
