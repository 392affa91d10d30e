import { type AuditPageQuery } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { changedValues } from './changed-values.ts';

export type AuditEvent = AuditPageQuery['audit']['nodes'][number];

/** One link of the chain in full: what changed, why, and what makes it provable. Values may come from nodes, so they are text and nothing else. */
export function AuditEventDetails({ event }: { readonly event: AuditEvent }) {
  const t = useText();
  const { full } = useFormats();
  const changes = changedValues(event.before, event.after);
  return (
    <div className="audit-details">
      {changes.length === 0 ? <p className="muted">{t('audit.nothingChanged')}</p> : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t('audit.changes')}>
          <table className="audit-changes">
            <caption className="for-readers">{t('audit.changes')}</caption>
            <thead><tr><th scope="col">{t('audit.value')}</th><th scope="col">{t('audit.before')}</th><th scope="col">{t('audit.after')}</th></tr></thead>
            <tbody>
              {changes.map(({ path, before, after }) => (
                <tr key={path}>
                  <th scope="row" className="mono">{path}</th>
                  <td>{before === null ? <span className="muted">{t('audit.absent')}</span> : <del className="mono">{before}</del>}</td>
                  <td>{after === null ? <span className="muted">{t('audit.absent')}</span> : <ins className="mono">{after}</ins>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <dl className="facts-row">
        <div><dt>{t('audit.at')}</dt><dd>{full(event.at)}</dd></div>
        <div><dt>{t('audit.object')}</dt><dd className="mono">{event.objectKind} {event.objectId}</dd></div>
        <div><dt>{t('audit.link')}</dt><dd className="mono">{event.seq}</dd></div>
        <div><dt>{t('audit.hash')}</dt><dd className="mono">{event.hash}</dd></div>
      </dl>
    </div>
  );
}
