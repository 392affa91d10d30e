import { useText } from '../i18n/use-text.ts';

const widths = ['72%', '94%', '56%', '83%', '64%', '90%'];

/** Bars in the shape of what comes; style sheets show them only after 300 ms. */
export function LoadingState({ rows = 3 }: { readonly rows?: number }) {
  const t = useText();
  return (
    <div className="panel-body" role="status" aria-busy="true">
      <span className="for-readers">{t('kit.loading')}</span>
      {Array.from({ length: rows }, (_, row) => <div key={row} className="skeleton" style={{ width: widths[row % widths.length] }} />)}
    </div>
  );
}
