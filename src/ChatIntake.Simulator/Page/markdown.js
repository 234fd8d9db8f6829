// WeCom's markdown subset as a tree, and the tree as DOM nodes. Chat is untrusted: nothing here ever parses HTML.

const inline = new RegExp([
  '`(?<code>[^`\\n]+)`',
  '\\*\\*(?<bold>.+?)\\*\\*',
  '\\[(?<label>[^\\]\\n]*)\\]\\((?<href>[^)\\s]+)\\)',
  '<font color=["\'](?<color>info|comment|warning)["\']>(?<coloured>.*?)</font>',
  '<@(?<mention>[^<>\\n]{1,64})>',
  '(?<url>https?://[^\\s<>"\'`*)\\]，。；、！？（）【】《》]+)',
].join('|'), 'g');

const inPlainText = /<@(?<mention>[^<>\n]{1,64})>|(?<url>https?:\/\/[^\s<>"'，。；、！？（）【】《》]+)/g;

/** Blocks of a markdown post: heading, quote and line, each with inline children. */
export function parseMarkdown(text) {
  const blocks = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const quote = /^>\s?(.*)$/.exec(line);
    const last = blocks[blocks.length - 1];
    if (heading) blocks.push({ type: 'heading', level: heading[1].length, children: parseInline(heading[2]) });
    else if (quote && last?.type === 'quote') last.lines.push(parseInline(quote[1]));
    else if (quote) blocks.push({ type: 'quote', lines: [parseInline(quote[1])] });
    else blocks.push({ type: 'line', children: parseInline(line) });
  }
  return blocks;
}

/** Inline nodes of what a member typed: mentions by id, links and calls on the bot, nothing else. */
export function parsePlain(text, bot = '') {
  const nodes = scan(text, inPlainText);
  return bot ? nodes.flatMap(node => (node.type === 'text' ? splitAtCalls(node.text, `@${bot}`) : [node])) : nodes;
}

function splitAtCalls(text, call) {
  return text.split(call)
    .flatMap((part, i) => [...(i > 0 ? [{ type: 'call', text: call }] : []), { type: 'text', text: part }])
    .filter(node => node.text);
}

function parseInline(text) {
  return scan(text, inline);
}

function scan(text, pattern) {
  const nodes = [];
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    const node = read(match.groups);
    if (!node) continue;
    if (match.index > done) nodes.push({ type: 'text', text: text.slice(done, match.index) });
    nodes.push(node);
    done = match.index + match[0].length;
  }
  if (done < text.length) nodes.push({ type: 'text', text: text.slice(done) });
  return nodes;
}

function read(found) {
  if (found.code !== undefined) return { type: 'code', text: found.code };
  if (found.bold !== undefined) return { type: 'bold', children: parseInline(found.bold) };
  if (found.coloured !== undefined) return { type: 'font', color: found.color, children: parseInline(found.coloured) };
  if (found.mention !== undefined) return { type: 'mention', userId: found.mention };
  if (found.url !== undefined) return link(found.url, found.url);
  return link(found.href, found.label);
}

// Only web addresses may be followed; anything else stays the text it is.
function link(href, label) {
  return /^https?:\/\//i.test(href) ? { type: 'link', href, text: label || href } : null;
}

/** DOM nodes for blocks; <code>nameOf</code> gives the display name of a user id. */
export function renderBlocks(document, blocks, nameOf) {
  return blocks.map(block => {
    if (block.type === 'quote') {
      const quote = element(document, 'blockquote');
      for (const line of block.lines) quote.append(element(document, 'div', '', renderInline(document, line, nameOf)));
      return quote;
    }
    const kind = block.type === 'heading' ? `line heading h${block.level}` : 'line';
    return element(document, 'div', kind, renderInline(document, block.children, nameOf));
  });
}

export function renderInline(document, nodes, nameOf) {
  return nodes.map(node => {
    switch (node.type) {
      case 'code': return element(document, 'code', '', [document.createTextNode(node.text)]);
      case 'bold': return element(document, 'strong', '', renderInline(document, node.children, nameOf));
      case 'font': return element(document, 'span', `font-${node.color}`, renderInline(document, node.children, nameOf));
      case 'mention': return element(document, 'span', 'mention', [document.createTextNode(`@${nameOf(node.userId)}`)]);
      case 'call': return element(document, 'span', 'mention', [document.createTextNode(node.text)]);
      case 'link': {
        const anchor = element(document, 'a', '', [document.createTextNode(node.text)]);
        anchor.href = node.href;
        anchor.target = '_blank';
        anchor.rel = 'noopener noreferrer';
        return anchor;
      }
      default: return document.createTextNode(node.text);
    }
  });
}

function element(document, tag, kind = '', children = []) {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.append(...children);
  return made;
}
