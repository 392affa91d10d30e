import { type Page } from 'playwright-core';

/**
 * What a person would stumble over, from the page as it is drawn: text that is cut without its whole in `title`, a page that is wider than
 * its window, a key of a catalogue in place of its text.
 */
export const clippedTexts = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = [];
  const root = document.scrollingElement;
  if (root !== null && root.scrollWidth > window.innerWidth + 1) found.push(`the page is ${String(root.scrollWidth)} px wide in a window of ${String(window.innerWidth)}`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
    if (!own || element.clientWidth === 0) continue;
    const style = getComputedStyle(element);
    // What is only for screen readers is one pixel wide on purpose.
    if (style.overflowX === 'visible' || style.overflowX === 'auto' || style.overflowX === 'scroll' || element.clientWidth <= 2 || style.visibility === 'hidden') continue;
    // Whoever points at it is told the whole.
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    if (element.scrollWidth > element.clientWidth + 1 && element.closest('[title]:not([title=""])') === null) found.push(`${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent ?? '').trim().slice(0, 60)}`);
  }
  return [...new Set(found)];
});

/** Texts that a reader of Chinese cannot read: keys of the catalogue, and English sentences, whoever made them: what the api says has to be said in Chinese as well. */
export const untranslatedTexts = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = [];
  // Examples of the query language.
  const isSyntax = (text: string): boolean => /[a-z]=[a-z]/.test(text);
  // Code is code everywhere, and what people, nodes and programs wrote stays as they wrote it; both are marked, each value for itself.
  const data = 'code, pre, kbd, .mono, textarea, [translate="no"], script, style, option[value]';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim();
    if (text === '' || node.parentElement === null || node.parentElement.closest(data) !== null) continue;
    if (isSyntax(text)) continue;
    if (/^[a-z]+(\.[A-Za-z]+){1,4}$/.test(text) || /\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}\b/.test(text)) found.push(text.slice(0, 100));
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    if (element.closest(data) !== null) continue;
    for (const name of ['aria-label', 'title', 'placeholder']) {
      const text = element.getAttribute(name) ?? '';
      if (isSyntax(text)) continue;
      if (/\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}\b/.test(text)) found.push(`${name}: ${text.slice(0, 100)}`);
    }
  }
  return [...new Set(found)];
});
