import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { SettingsSitesDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { CountLink } from '../kit/count-link.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Moment } from '../kit/moment.tsx';
import { Panel } from '../kit/panel.tsx';
import { StateTile } from '../kit/state-tile.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { SiteDialog } from './site-dialog.tsx';
import { type Site } from './site-draft.ts';
import { usePermissionRefusal } from './use-permission.ts';

/** Places in the network, each with its way in. */
export function SitesSection() {
  const t = useText();
  const sites = useAsk(SettingsSitesDocument, {}, { everySeconds: 15 });
  const refusal = usePermissionRefusal('inventory:write');
  const [open, setOpen] = useState<{ readonly site: Site | null } | null>(null);
  return (
    <>
      <Panel heading={t('settings.sites.heading', { smart_count: sites.data?.sites.length ?? 0 })} subline={t('settings.sites.lead')} className="cards" tools={<VerbButton small icon="plus" disabledReason={refusal} onClick={() => { setOpen({ site: null }); }}>{t('settings.sites.create')}</VerbButton>}>
        <Asked of={sites}>
          {(answer) => (answer.sites.length === 0 ? <EmptyState title={t('settings.sites.none')} next={t('settings.sites.noneNext')} command="skein site list" /> : (
            <DataTable
              caption={t('settings.sites.title')} rows={answer.sites} rowId={(row) => row.id} rowName={(row) => row.name}
              columns={[
                { id: 'name', title: t('settings.name'), width: 160, cell: (row) => <span className="mono strong">{row.name}</span>, fullText: (row) => row.name },
                { id: 'route', title: t('settings.sites.route'), cell: (row) => wayIn(t, row), fullText: (row) => wayIn(t, row) },
                { id: 'credential', title: t('settings.sites.credential'), width: 140, cell: (row) => <><span className="in-card">{t('settings.sites.credential')} </span><span className="mono">{row.credential ?? t('words.none')}</span></> },
                { id: 'provider', title: t('settings.sites.provider'), width: 120, cell: (row) => <><span className="in-card">{t('settings.sites.provider')} </span><span className="mono">{row.provider ?? t('words.none')}</span></> },
                { id: 'watched', title: t('settings.sites.watched'), width: 190, cell: (row) => (row.unattended ? <span className="flex"><StateTile stateClass="UNREACHABLE" />{t('settings.sites.unattended')} {row.unattendedSince === null ? null : <Moment at={row.unattendedSince} />}</span> : t('settings.sites.attended')) },
                { id: 'nodes', title: t('settings.sites.nodes'), number: true, width: 90, cell: (row) => <><span className="in-card">{t('settings.sites.nodes')} </span><CountLink count={row.nodeCount} to={`/nodes?query=${encodeURIComponent(`site=${row.name}`)}`} name={t('settings.sites.nodesOf', { name: row.name })} /></> },
                { id: 'actions', title: t('settings.actions'), number: true, width: 110, cell: (row) => <VerbButton small disabledReason={refusal} onClick={() => { setOpen({ site: row }); }}>{t('settings.change')}</VerbButton> },
              ]}
            />
          ))}
        </Asked>
      </Panel>
      {open === null ? null : <SiteDialog site={open.site} onClose={() => { setOpen(null); }} />}
    </>
  );
}

/** The hops in order, as a connection takes them. */
function wayIn(t: ReturnType<typeof useText>, site: Site): string {
  if (site.routeKind === 'SIMULATED') return `${t('settings.sites.kind.SIMULATED')} ${site.socket ?? ''}`;
  const hops = [...(site.proxy === null ? [] : [site.proxy]), ...site.bastions.map(({ address, port }) => `${address}:${String(port)}`)];
  return hops.length === 0 ? t('settings.sites.direct') : `SSH → ${hops.join(' → ')}`;
}
