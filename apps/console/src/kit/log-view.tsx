import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useText } from '../i18n/use-text.ts';
import { logTokens } from './log-tokens.ts';

interface LogViewProps {
  readonly text: string;
  readonly height: number;
  readonly name: string;
  /** Stays at the end while it grows. */
  readonly follow: boolean;
  readonly find: string;
  /** Line that the address points to. */
  readonly currentLine: number | null;
}

const lineHeight = 18;

/** A log of any length: only what is seen is drawn, line numbers are links, and nothing in it is ever run or styled. */
export function LogView({ text, height, name, follow, find, currentLine }: LogViewProps) {
  const t = useText();
  const lines = useMemo(() => {
    const split = text.split('\n');
    if (split.at(-1) === '') split.pop();
    return split;
  }, [text]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => lineHeight, overscan: 20, initialRect: { width: 800, height } });
  const first = find === '' ? -1 : lines.findIndex((line) => line.includes(find));
  const target = currentLine === null ? first : currentLine - 1;
  useEffect(() => {
    if (target >= 0) virtual.scrollToIndex(target, { align: 'center' });
    else if (follow && lines.length > 0) virtual.scrollToIndex(lines.length - 1, { align: 'end' });
  }, [virtual, target, follow, lines.length]);
  if (lines.length === 0) return <p className="panel-body muted">{t('kit.log.empty')}</p>;
  return (
    <div ref={scroller} className="log inset-focus" style={{ height }} tabIndex={0} role="region" aria-label={name}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div key={index} className="log-line" aria-current={index === target ? 'location' : undefined} style={{ transform: `translateY(${String(start)}px)` }}>
            <a href={`#L${String(index + 1)}`} aria-label={t('kit.log.line', { line: index + 1 })}>{index + 1}</a>
            <span>{logTokens(lines[index] ?? '').map((token, at) => (token.kind === 'text' ? <span key={at} dir="ltr">{token.text}</span> : <span key={at} className="log-token">{token.name}</span>))}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
