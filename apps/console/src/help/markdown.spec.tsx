import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown.tsx';

const shown = (text: string): string => renderToStaticMarkup(<Markdown text={text} anchorOf={(heading) => (heading === 'Known' ? 'known' : null)} renderLink={(href, children) => <a data-to={href}>{children}</a>} />);

describe('a page of the help', () => {
  it('shows tags as text, wherever they stand', () => {
    const page = shown('<script>alert(1)</script>\n\nA <b onclick="x">word</b>, `<i>code</i>`\n\n| a |\n| --- |\n| <img src=x onerror=y> |\n\n```\n<u>block</u>\n```\n');
    expect(page).not.toMatch(/<(script|b|i|img|u)[\s>]/u);
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('&lt;u&gt;block&lt;/u&gt;');
  });

  it('leaves its title and where it was made from to others', () => {
    expect(shown('<!-- Made from the sources -->\n\n# Title\n\nText')).toBe('<div class="prose"><p>Text</p></div>');
  });

  it('gives headings the anchors that links lead to', () => {
    expect(shown('## Known\n\n### Unknown\n')).toBe('<div class="prose"><h2 id="known" tabindex="-1">Known</h2><h3 tabindex="-1">Unknown</h3></div>');
  });

  it('leaves it to the screen where a link leads', () => {
    expect(shown('See [a page](roll-back.md#how-it-ends), **now**')).toContain('<a data-to="roll-back.md#how-it-ends">a page</a>, <strong>now</strong>');
  });

  it('knows lists within lists and code within tables', () => {
    const page = shown('1. one\n   - inner\n2. two\n\n| a | b |\n| --- | --- |\n| `x\\|y` | [l](m.md) |\n');
    expect(page).toContain('<ol><li>one<ul><li>inner</li></ul></li><li>two</li></ol>');
    expect(page).toContain('<td><code>x|y</code></td>');
  });
});
