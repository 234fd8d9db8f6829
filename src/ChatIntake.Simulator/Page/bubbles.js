// One message as a list item.
import { parseMarkdown, parsePlain, renderBlocks, renderInline } from './markdown.js';

const zone = { timeZone: 'Asia/Shanghai' };
const clock = new Intl.DateTimeFormat('zh-CN', { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const date = new Intl.DateTimeFormat('zh-CN', { ...zone, year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
const shortDate = new Intl.DateTimeFormat('zh-CN', { ...zone, month: 'numeric', day: 'numeric' });
const pause = 5 * 60 * 1000;

export const timeOf = at => clock.format(new Date(at));
export const dayOf = at => date.format(new Date(at));
export const shortDayOf = at => shortDate.format(new Date(at));

/** The letters of an avatar: the end of a Chinese name, or the first letter of a Latin one. */
export function initials(name) {
  const last = name.split(/[\s\-—_·.]+/).filter(Boolean).pop() ?? '?';
  const letters = [...last];
  return /[\u4e00-\u9fff]/.test(last) ? letters.slice(-2).join('') : letters[0].toUpperCase();
}

/** Shows an avatar on an element; the colour follows from the name. */
export function paintAvatar(target, name, letters = initials(name), kind = '') {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 997;
  target.className = `avatar ${kind || `tint${sum % 8}`}`;
  target.textContent = letters;
}

/** Shows the avatar of a person, or of the bot. */
export function paintPerson(target, name, isBot) {
  if (isBot) paintAvatar(target, name, start(name), 'bot');
  else paintAvatar(target, name);
}

/** The first two letters, as groups and bots have them. */
export const start = name => [...name].slice(0, 2).join('');

/** The line between messages that are some minutes apart, or null. */
export function timeLine(message, previous) {
  const sameDay = previous && dayOf(previous.at) === dayOf(message.at);
  if (sameDay && new Date(message.at) - new Date(previous.at) < pause) return null;
  return made('li', 'time', sameDay ? timeOf(message.at) : `${dayOf(message.at)} ${timeOf(message.at)}`);
}

/** A message; <code>view</code> gives nameOf, bot, isMine and quote. */
export function bubble(message, view) {
  if (message.type === 'notice') return made('li', 'notice', message.text);

  const item = made('li', `message${view.isMine(message) ? ' mine' : ''}${message.bot ? ' from-bot' : ''}`);
  const avatar = made('span');
  paintPerson(avatar, message.name, message.bot);
  const who = made('div', 'who');
  who.append(made('span', 'name', message.name));
  if (message.bot) who.append(made('span', 'tag', '机器人'));
  who.append(made('span', 'at', timeOf(message.at)));
  const quoteIt = made('button', 'plain quote-it', '引用');
  quoteIt.type = 'button';
  who.append(quoteIt);

  const body = made('div', 'body');
  const said = made('div', `said ${message.type}`);
  said.append(...content(message, view));
  if (message.quote) {
    const quoted = made('div', 'quoted');
    quoted.append(made('b', '', `${message.quote.name}：`), message.quote.text);
    said.prepend(quoted);
  }
  body.append(who, said);
  item.append(avatar, body);

  const choose = event => {
    if (event.target.closest('a') || String(getSelection()).length > 0) return;
    view.quote(message);
  };
  said.addEventListener('click', choose);
  quoteIt.addEventListener('click', () => view.quote(message));
  return item;
}

function content(message, { nameOf, bot }) {
  if (message.type === 'markdown') return renderBlocks(document, parseMarkdown(message.text), nameOf);
  if (message.type === 'image') return [made('span', 'media', message.text === '[图片]' ? '图片' : `图片 ${message.text}`)];
  if (message.type === 'file') return [made('span', 'media', message.text)];
  const nodes = renderInline(document, parsePlain(message.text, bot), nameOf);
  for (const id of message.mentions) nodes.push(made('span', 'mention', ` @${id === '@all' ? '所有人' : nameOf(id)}`));
  return nodes;
}

export function made(tag, kind = '', text = '') {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  if (text) element.textContent = text;
  return element;
}
