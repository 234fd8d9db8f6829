// The page as a whole: groups at the left, news by long polling.
import { dayOf, made, paintAvatar, shortDayOf, start, timeOf } from './bubbles.js';
import { Composer } from './composer.js';
import { History } from './history.js';

const byId = id => document.getElementById(id);
const rest = milliseconds => new Promise(done => setTimeout(done, milliseconds));

const town = {
  bot: { userId: '', display: '' },
  users: [],
  names: new Map(),
  groups: [],
  open: null,
  seq: 0,
  get me() { return JSON.parse(sessionStorage.getItem('me')); },
  set me(person) {
    sessionStorage.setItem('me', JSON.stringify(person));
    history.redraw();
  },
};

const composer = new Composer(town, speak);
const history = new History(
  { list: byId('messages'), scroller: byId('scroller'), older: byId('older'), newer: byId('newer') },
  {
    get bot() { return town.bot.display; },
    nameOf: id => town.names.get(id) ?? id,
    isMine: message => message.userId === town.me?.userId,
    quote: message => composer.quote(message),
  });

async function loadState() {
  const state = await (await fetch('sim/state')).json();
  const unread = new Map(town.groups.map(g => [g.chatId, g.unread]));
  town.bot = state.bot;
  town.users = state.users;
  town.names = new Map([state.bot, ...state.users].map(p => [p.userId, p.display]));
  town.groups = state.groups.map(g => ({ ...g, unread: unread.get(g.chatId) ?? 0 }));
  return state.lastSeq;
}

function drawGroups() {
  const wanted = byId('group-filter').value.trim();
  const latest = g => g.last?.seq ?? 0;
  const groups = town.groups.filter(g => g.name.includes(wanted)).sort((a, b) => latest(b) - latest(a));
  byId('group-list').replaceChildren(...groups.map(group => {
    const row = made('button', `group${group.chatId === town.open ? ' open' : ''}`);
    const avatar = made('span');
    paintAvatar(avatar, group.name, start(group.name));
    const about = made('span', 'about');
    about.append(made('span', 'name', group.name), made('span', 'last', group.last ? lastWords(group.last) : ''));
    const side = made('span', 'side');
    side.append(made('span', 'at', group.last ? when(group.last.at) : ''));
    if (group.unread > 0) side.append(made('span', 'unread', group.unread > 99 ? '99+' : String(group.unread)));
    row.append(avatar, about, side);
    row.addEventListener('click', () => openGroup(group.chatId));
    const item = made('li');
    item.append(row);
    return item;
  }));
}

const newest = () => town.groups.reduce((at, g) => (g.last && g.last.at > at ? g.last.at : at), '');
const when = at => (dayOf(at) === dayOf(newest()) ? timeOf(at) : shortDayOf(at));
const lastWords = m => `${m.type === 'notice' ? '' : `${m.name}：`}${m.text.replace(/<[^>]*>|[#*>`]/g, '').replace(/\s+/g, ' ').slice(0, 40)}`;

async function openGroup(chatId) {
  const group = town.groups.find(g => g.chatId === chatId);
  town.open = chatId;
  group.unread = 0;
  byId('group-name').textContent = group.name;
  byId('group-size').textContent = `${town.users.length + (group.hasBot ? 1 : 0)} 人`;
  byId('composer').hidden = false;
  document.body.dataset.view = 'chat';
  composer.quote(null);
  composer.hint('');
  drawGroups();
  await history.open(chatId);
}

async function speak(text, quote) {
  composer.hint('');
  history.toEnd();
  const me = town.me;
  try {
    const response = await fetch('sim/say', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ chatId: town.open, userId: me.userId, sender: me.display, text, quote: quote?.msgId ?? null }),
    });
    const answer = await response.json();
    if (!response.ok) composer.hint(`没有发出：${answer.error}`);
    else if (answer.callback && !answer.callback.answered) composer.hint('机器人没有应答这条消息');
  } catch {
    composer.hint('没有发出：模拟器没有应答');
  }
}

async function take(events) {
  const strangers = events.some(m => !town.groups.some(g => g.chatId === m.chatId) || !town.names.has(m.userId));
  if (strangers) await loadState();
  for (const message of events) {
    const group = town.groups.find(g => g.chatId === message.chatId);
    group.last = message;
    if (group.chatId !== town.open) group.unread++;
  }
  history.append(events.filter(m => m.chatId === town.open));
  drawGroups();
}

async function listen() {
  for (;;) {
    try {
      const response = await fetch(`sim/events?after=${town.seq}`);
      const { last, events } = await response.json();
      byId('link-state').hidden = true;
      town.seq = last;
      if (events.length > 0) await take(events);
    } catch {
      byId('link-state').hidden = false;
      await rest(1000);
    }
  }
}

byId('group-filter').addEventListener('input', drawGroups);
byId('back').addEventListener('click', () => { document.body.dataset.view = 'list'; });

town.seq = await loadState();
composer.showMe();
drawGroups();
const first = [...town.groups].sort((a, b) => (b.last?.seq ?? 0) - (a.last?.seq ?? 0))[0];
if (first) {
  await openGroup(first.chatId);
  if (matchMedia('(max-width: 720px)').matches) document.body.dataset.view = 'list';
}
listen();
