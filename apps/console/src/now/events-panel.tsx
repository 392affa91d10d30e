import { Link } from 'react-router-dom';
import { type NowPageQuery } from '../generated/documents.ts';
import { useCodeText } from '../i18n/use-code-text.ts';
import { useText } from '../i18n/use-text.ts';
import { AuditReason } from '../kit/audit-reason.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Moment } from '../kit/moment.tsx';
import { Panel } from '../kit/panel.tsx';

type Event = NowPageQuery['now']['events'][number];

/** The newest links of the audit chain that are about campaigns and nodes. */
export function EventsPanel({ events, campaigns }: { readonly events: readonly Event[]; readonly campaigns: readonly { readonly id: string; readonly name: string }[] }) {
  const t = useText();
  const codeText = useCodeText();
  return (
    <Panel heading={t('now.events')}>
      {events.length === 0 ? <EmptyState title={t('now.eventsEmpty.title')} next={t('now.eventsEmpty.next')} /> : (
        <ul className="panel-list">
          {events.map((event) => (
            <li key={event.seq}>
              <span className="muted nowrap" style={{ width: 92 }}><Moment at={event.at} /></span>
              <span className="grow cut">{codeText('auditAction', event.action)}<Subject event={event} campaigns={campaigns} />{event.reason === null ? null : <span className="muted"> · <AuditReason event={event} /></span>}</span>
              <span className="muted nowrap from-tablet">{event.actor}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Subject({ event, campaigns }: { readonly event: Event; readonly campaigns: readonly { readonly id: string; readonly name: string }[] }) {
  const name = campaigns.find(({ id }) => id === event.objectId)?.name;
  if (event.objectKind === 'campaign') return <>: <Link className="plain-link mono" to={`/campaigns/${event.objectId}`}>{name ?? event.objectId.slice(0, 8)}</Link></>;
  return event.objectKind === 'node' ? <>: <Link className="plain-link mono" to={`/nodes/${event.objectId}`}>{event.objectId.slice(0, 8)}</Link></> : null;
}
