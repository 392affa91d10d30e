import { useRef } from 'react';
import { useText } from '../i18n/use-text.ts';
import { type HeldRows } from './hold-rows.ts';
import { Icon } from './icon.tsx';

/** Says that the list is not any more what is shown, over the table and without moving it; showing what it is now is up to whoever reads. */
export function ListChanged({ held, onRefresh }: { readonly held: HeldRows<unknown> | null; readonly onRefresh: () => void }) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  const refresh = (): void => {
    // The button goes; who works with the keyboard goes on from where it was.
    place.current?.focus();
    onRefresh();
  };
  return (
    <div ref={place} className="list-changed" role="status" tabIndex={-1}>
      {held?.changed !== true ? null : <button type="button" className="button small-size" onClick={refresh}><Icon name="retry" />{held.fresh > 0 ? t('kit.listFresh', { smart_count: held.fresh }) : t('kit.listChanged')}</button>}
    </div>
  );
}
