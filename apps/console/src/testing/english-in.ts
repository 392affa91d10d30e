/** What the walk over all screens takes for an English sentence. */
export const englishSentence = /\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}\b/u;

/** English sentences of a part of a page that neither a person nor a node nor a program wrote. */
export function englishIn(container: HTMLElement): string[] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('[translate="no"], .mono, pre, code') === null && englishSentence.test(node.textContent ?? '')) found.push(node.textContent ?? '');
  }
  return found;
}
