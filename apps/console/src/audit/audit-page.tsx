import { useLocaleState } from 'ra-core';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useAsk } from '../data/use-ask.ts';
import { AuditPageDocument } from '../generated/documents.ts';
import { HelpButton } from '../help/help-button.tsx';
import { type Locale } from '../i18n/locale.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { AuditReason } from '../kit/audit-reason.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { Moment } from '../kit/moment.tsx';
import { Panel } from '../kit/panel.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { useMe } from '../session/use-me.ts';
import { Page } from '../shell/page.tsx';
import { AuditObject } from './audit-object.tsx';
import { actionText } from './action-text.ts';
import { type AuditEvent, AuditEventDetails } from './audit-event-details.tsx';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { filterOf, readAuditSearch, writeAuditSearch } from './audit-search.ts';
import { ChainCheck } from './chain-check.tsx';
import { ExportButton } from './export-button.tsx';
import './audit.css';

const rowsPerPage = 50;

/** Who did what, when and why, from the chain that nobody can change unnoticed. */
export function AuditPage() {
  const t = useText();
  const { me, may } = useMe();
  const [params, setParams] = useSearchParams();
  const search = readAuditSearch(params);
  const after = params.get('after');
  const filter = filterOf(search);
  const allowed = may('audit:read');
  const events = useAsk(AuditPageDocument, { filter, page: { first: rowsPerPage, ...(after === null ? {} : { after }) } }, { enabled: allowed, freshSeconds: 5, keepPrevious: true });
  if (me !== null && !allowed) return <Page title={t('audit.title')}><Panel heading={t('audit.notAllowed')}><EmptyState title={t('kit.permissionMissing', { permission: 'audit:read' })} next={t('audit.askFor')} /></Panel></Page>;
  const go = (cursor: string | null): void => {
    const next = writeAuditSearch(search);
    if (cursor !== null) next.set('after', cursor);
    setParams(next);
  };
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')} actions={<><HelpButton page="events" about={t('audit.title')} /><ExportButton filter={filter} /><ChainCheck /></>}>
      <section className="panel" style={{ marginBottom: 12 }} aria-label={t('audit.filter')}><AuditFilterForm search={search} onChange={(next) => { setParams(writeAuditSearch(next)); }} /></section>
      <Panel heading={after === null ? t('audit.newest') : t('audit.older')}>
        <Asked of={events} rows={8}>
          {({ audit }) => (audit.nodes.length === 0 ? <EmptyState title={t('audit.none')} next={t('audit.noneNext')} command="skein audit list" /> : (
            <>
              <ol aria-label={t('audit.events')}>{audit.nodes.map((event) => <AuditRow key={event.seq} event={event} />)}</ol>
              <nav className="flex" style={{ padding: '6px 12px', justifyContent: 'flex-end' }} aria-label={t('kit.pages')}>
                <VerbButton small icon="left" disabledReason={after === null ? t('kit.firstPageAlready') : null} onClick={() => { go(null); }}>{t('audit.toNewest')}</VerbButton>
                <VerbButton small icon="right" disabledReason={audit.pageInfo.hasNextPage ? null : t('kit.lastPageAlready')} onClick={() => { go(audit.pageInfo.endCursor); }}>{t('audit.toOlder')}</VerbButton>
              </nav>
            </>
          ))}
        </Asked>
      </Panel>
    </Page>
  );
}

function AuditRow({ event }: { readonly event: AuditEvent }) {
  const t = useText();
  const [locale] = useLocaleState() as [Locale, (locale: string) => void];
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="audit-row">
        <button type="button" className="icon-button" aria-expanded={open} aria-label={t('audit.details', { link: event.seq })} onClick={() => { setOpen(!open); }}><Icon name={open ? 'up' : 'down'} /></button>
        <span className="muted"><Moment at={event.at} /></span>
        <span><b className="strong" translate="no">{event.actor}</b> <span className="tag">{viaText(t, event.via)}</span></span>
        <span>{actionText(event.action, locale)} <span className="mono muted">{event.action}</span></span>
        <span><AuditObject event={event} /></span>
        <span className="secondary"><AuditReason event={event} /></span>
      </div>
      {open ? <AuditEventDetails event={event} /> : null}
    </li>
  );
}

function viaText(t: ReturnType<typeof useText>, via: string): string {
  switch (via) {
    case 'session': return t('audit.via.session');
    case 'token': return t('audit.via.token');
    case 'system': return t('audit.via.system');
    default: return via;
  }
}
