import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { type Diagnostic, lintGutter, linter, lintKeymap } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { nonceOfPage } from '../../theme/nonce-of-page.ts';

/** What is wrong, between two offsets of the text. */
interface MarkedProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

interface YamlEditorProps {
  readonly text: string;
  readonly label: string;
  readonly onText: (text: string) => void;
  readonly check: (text: string) => readonly MarkedProblem[];
}

const appearance = EditorView.theme({
  '&': { fontSize: '12px', backgroundColor: 'var(--bg-log)', color: 'var(--ink-primary)' },
  '.cm-content': { fontFamily: 'var(--font-mono)', caretColor: 'var(--ink-primary)' },
  '.cm-gutters': { backgroundColor: 'var(--bg-inset)', color: 'var(--ink-muted)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--bg-hover)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink-primary)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-tooltip': { backgroundColor: 'var(--bg-panel)', color: 'var(--ink-primary)', border: '1px solid var(--line-default)' },
  '.cm-selectionBackground': { backgroundColor: 'var(--bg-selected) !important' },
});

/** The document as text. Fetched only when somebody wants to write YAML. Tab leaves the editor, as everywhere. */
export function YamlEditor({ text, label, onText, check }: YamlEditorProps) {
  const holder = useRef<HTMLDivElement>(null);
  const first = useRef(text);
  const heard = useRef({ onText, check });
  heard.current = { onText, check };
  useEffect(() => {
    if (holder.current === null) return undefined;
    const nonce = nonceOfPage();
    const view = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          ...(nonce === null ? [] : [EditorView.cspNonce.of(nonce)]), lineNumbers(), history(), yaml(), lintGutter(), appearance, EditorView.lineWrapping, EditorView.contentAttributes.of({ 'aria-label': label }),
          keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          linter((editor) => heard.current.check(editor.state.doc.toString()).map((problem): Diagnostic => ({ from: Math.min(problem.from, editor.state.doc.length), to: Math.min(problem.to, editor.state.doc.length), severity: 'error', message: problem.message })), { delay: 250 }),
          EditorView.updateListener.of((update) => { if (update.docChanged) heard.current.onText(update.state.doc.toString()); }),
        ],
      }),
    });
    return () => { view.destroy(); };
  }, [label]);
  return <div ref={holder} className="yaml-editor" />;
}
