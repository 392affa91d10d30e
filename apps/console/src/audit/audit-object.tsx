import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text.ts';
import { type AuditEvent } from './audit-event-details.tsx';

/** Screens that show the kinds of things that have one. */
const screens: Readonly<Record<string, string>> = { campaign: '/campaigns', node: '/nodes' };

const idShownMax = 13;

/** The thing that an event is about: a link to its screen, or to all events about it. */
export function AuditObject({ event: { objectKind, objectId } }: { readonly event: AuditEvent }) {
  const t = useText();
  const screen = screens[objectKind];
  const to = screen !== undefined ? `${screen}/${encodeURIComponent(objectId)}` : `/audit?${new URLSearchParams({ objectId }).toString()}`;
  return <Link className="count-link" to={to} title={screen !== undefined ? objectId : t('audit.allAbout', { id: objectId })}>{objectKind} <span className="mono">{objectId.length > idShownMax ? `${objectId.slice(0, idShownMax)}…` : objectId}</span></Link>;
}
