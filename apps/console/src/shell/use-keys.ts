import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { searchFieldId } from './search-field.tsx';

/** Second key after `g`. */
export const goKeys = { n: '/', f: '/fleet', o: '/nodes', c: '/campaigns', a: '/approvals' } as const;
const chordMilliseconds = 1200;

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const isDialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** Keys that work on every page; none while somebody types or answers a dialog. */
export function useKeys({ onHelp, onPalette }: { readonly onHelp: () => void; readonly onPalette: () => void }): void {
  const navigate = useNavigate();
  const chord = useRef(0);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        return onPalette();
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isDialogOpen()) return;
      const inChord = Date.now() - chord.current < chordMilliseconds;
      chord.current = 0;
      const path = inChord && event.key in goKeys ? goKeys[event.key as keyof typeof goKeys] : undefined;
      if (path !== undefined) {
        event.preventDefault();
        void navigate(path);
      } else if (event.key === 'g') chord.current = Date.now();
      else if (event.key === '?') onHelp();
      else if (event.key === '/') {
        event.preventDefault();
        document.getElementById(searchFieldId)?.focus();
      }
    };
    document.addEventListener('keydown', pressed);
    return () => { document.removeEventListener('keydown', pressed); };
  }, [navigate, onHelp, onPalette]);
}
