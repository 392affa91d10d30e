import { lexer, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';

export interface MarkdownProps {
  readonly text: string;
  /** Where a link leads: shown as what this returns, so that the reader stays in the console. */
  readonly renderLink: (href: string, children: ReactNode) => ReactNode;
  /** Anchor of a heading by its text as written; null: none. */
  readonly anchorOf: (heading: string) => string | null;
}

/**
 * A page as React elements. Nothing becomes HTML by itself: a tag in a text is shown as it was written. The heading of the page is left to
 * whoever shows it.
 */
export const Markdown = ({ text, renderLink, anchorOf }: MarkdownProps) => {
  const show: Show = { renderLink, anchorOf };
  return <div className="prose">{blocks(lexer(text.replace(/^<!--[\s\S]*?-->\s*/u, '')).filter((token) => !(token.type === 'heading' && (token as Tokens.Heading).depth === 1)), show)}</div>;
};

type Show = Pick<MarkdownProps, 'renderLink' | 'anchorOf'>;

const blocks = (tokens: readonly Token[], show: Show): ReactNode => tokens.map((token, index) => <Fragment key={index}>{block(token, show)}</Fragment>);
const inlines = (tokens: readonly Token[] | undefined, show: Show): ReactNode => tokens?.map((token, index) => <Fragment key={index}>{inline(token, show)}</Fragment>);

function block(token: Token, show: Show): ReactNode {
  switch (token.type) {
    case 'space': case 'hr': case 'def': return null;
    case 'heading': return heading(token as Tokens.Heading, show);
    case 'paragraph': return <p>{inlines((token as Tokens.Paragraph).tokens, show)}</p>;
    case 'text': return inline(token, show);
    case 'code': return <pre tabIndex={0}><code>{(token as Tokens.Code).text}</code></pre>;
    case 'blockquote': return <blockquote>{blocks((token as Tokens.Blockquote).tokens, show)}</blockquote>;
    case 'list': return list(token as Tokens.List, show);
    case 'table': return table(token as Tokens.Table, show);
    default: return <p>{token.raw}</p>;
  }
}

function heading(token: Tokens.Heading, show: Show): ReactNode {
  const id = show.anchorOf(token.text) ?? undefined;
  const children = inlines(token.tokens, show);
  return token.depth === 2 ? <h2 id={id} tabIndex={-1}>{children}</h2> : <h3 id={id} tabIndex={-1}>{children}</h3>;
}

function list(token: Tokens.List, show: Show): ReactNode {
  const items = token.items.map((item, index) => <li key={index}>{blocks(item.tokens, show)}</li>);
  return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** Tables of the reference are wide; they scroll by themselves, also by keyboard. */
const table = (token: Tokens.Table, show: Show): ReactNode => (
  <div className="prose-table" tabIndex={0} role="region" aria-label={token.header.map((cell) => cell.text).join(', ')}>
    <table>
      <thead><tr>{token.header.map((cell, index) => (cell.text === '' ? <td key={index} /> : <th key={index} scope="col">{inlines(cell.tokens, show)}</th>))}</tr></thead>
      <tbody>{token.rows.map((row, index) => <tr key={index}>{row.map((cell, column) => <td key={column}>{inlines(cell.tokens, show)}</td>)}</tr>)}</tbody>
    </table>
  </div>
);

function inline(token: Token, show: Show): ReactNode {
  switch (token.type) {
    case 'strong': return <strong>{inlines((token as Tokens.Strong).tokens, show)}</strong>;
    case 'em': return <em>{inlines((token as Tokens.Em).tokens, show)}</em>;
    case 'codespan': return <code>{(token as Tokens.Codespan).text}</code>;
    case 'br': return <br />;
    case 'link': return show.renderLink((token as Tokens.Link).href, inlines((token as Tokens.Link).tokens, show));
    case 'escape': return (token as Tokens.Escape).text;
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens === undefined ? text : inlines(tokens, show);
    }
    default: return token.raw;
  }
}
