import { test } from 'node:test';
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

const { parseMarkdown, parsePlain, renderBlocks, renderInline } = await import(pathToFileURL(process.env.MARKDOWN_JS));

// As little of a document as the renderer may use: elements and text nodes.
const document = {
  createElement: tag => ({ tag, className: '', children: [], append(...nodes) { this.children.push(...nodes); } }),
  createTextNode: text => ({ text }),
};
const names = { lisi: '李四' };
const nameOf = id => names[id] ?? id;
const escape = text => text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const show = node => (node.text !== undefined ? escape(node.text)
  : `<${node.tag}${node.className ? `.${node.className.replaceAll(' ', '.')}` : ''}${node.href ? ` ${node.href}` : ''}>${node.children.map(show).join('')}</${node.tag}>`);
const markdown = text => renderBlocks(document, parseMarkdown(text), nameOf).map(show).join('');
const plain = (text, bot) => renderInline(document, parsePlain(text, bot), nameOf).map(show).join('');

test('headings need a space', () => {
  assert.equal(markdown('### 标题\n#编号'), '<div.line.heading.h3>标题</div><div.line>#编号</div>');
});

test('neighbouring quotes are one block', () => {
  assert.equal(markdown('> 一\n>二\n三'), '<blockquote><div>一</div><div>二</div></blockquote><div.line>三</div>');
});

test('bold, code, colours and mentions nest', () => {
  assert.equal(
    markdown('**粗 <font color="warning">急</font>** `签收 0012` <@lisi>'),
    '<div.line><strong>粗 <span.font-warning>急</span></strong> <code>签收 0012</code> <span.mention>@李四</span></div>');
});

test('unknown colours stay text', () => {
  assert.equal(markdown('<font color="red">x</font>'), '<div.line>&lt;font color="red"&gt;x&lt;/font&gt;</div>'.replaceAll('"', '&quot;'));
});

test('links go to the web only', () => {
  assert.equal(markdown('[工单](https://a.example/1)'), '<div.line><a https://a.example/1>工单</a></div>');
  for (const href of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//a.example', 'file:///etc/passwd'])
    assert.ok(!markdown(`[x](${href})`).includes('<a'), href);
});

test('tags are never more than text', () => {
  for (const hostile of [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '**<svg/onload=alert(1)>**', '> <iframe srcdoc="x">',
    '<@"><img src=x onerror=alert(1)>', '<font color="info" onclick="x">a</font>', '`<b>`', '[<img>](https://a.example/"onclick="x)',
  ]) {
    for (const shown of [markdown(hostile), plain(hostile)]) {
      const tags = [...shown.matchAll(/<\/?([a-z]+)/g)].map(m => m[1]);
      assert.ok(tags.every(t => ['div', 'span', 'strong', 'code', 'a', 'blockquote'].includes(t)), `${hostile}: ${shown}`);
    }
  }
});

test('what a member types is no markdown', () => {
  assert.equal(plain('# 一 **二** `三`'), '# 一 **二** `三`');
});

test('addresses and calls on the bot stand out in plain text', () => {
  assert.equal(plain('@小企 看 https://a.example/x，谢谢', '小企'),
    '<span.mention>@小企</span> 看 <a https://a.example/x>https://a.example/x</a>，谢谢');
});

test('nothing of a text is lost', () => {
  const words = nodes => nodes.map(n => n.text ?? words(n.children)).join('');
  const text = 'a[b](javascript:c) <font> ** ` [x] <@> https:// é🖨';
  assert.equal(words(parseMarkdown(text)[0].children), text);
  assert.equal(words(parsePlain(text, '小企')), text);
});
