import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { type RunPartsFragment } from '../generated/documents.ts';
import { useCodeText } from '../i18n/use-code-text.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import { LogView } from '../kit/log-view.tsx';
import { Panel } from '../kit/panel.tsx';
import { saveFile } from '../kit/save-file.ts';
import { useJobLog } from './use-job-log.ts';

/** What a job of the run has written on the node, as it comes. */
export function LogPanel({ run, height }: { readonly run: RunPartsFragment; readonly height: number }) {
  const t = useText();
  const codeText = useCodeText();
  const { clock } = useFormats();
  const { hash } = useLocation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [follow, setFollow] = useState(true);
  const [find, setFind] = useState('');
  const job = run.jobs.find(({ id }) => id === chosen) ?? [...run.jobs].sort((one, other) => other.launchedAt.localeCompare(one.launchedAt))[0] ?? null;
  const log = useJobLog(run.id, job?.id ?? null);
  const line = /^#L(\d+)$/.exec(hash)?.[1];
  if (job === null) return <Panel heading={t('node.log.title')}><EmptyState title={t('node.log.none')} next={t('node.log.noneNext')} /></Panel>;
  const matches = find === '' ? null : log.text.split(find).length - 1;
  return (
    <Panel
      heading={t('node.log.title')} subline={<>{t('kit.log.hostile')}{log.state === 'broken' ? <> · <b>{t('node.log.broken')}</b></> : null}{log.holes === 0 ? null : <> · {t('node.log.holes', { smart_count: log.holes })}</>}{matches === null ? null : <> · {t('kit.log.matches', { smart_count: matches })}</>}</>}
      tools={(
        <>
          <select className="field" style={{ height: 24, fontSize: 12, maxWidth: 200 }} aria-label={t('node.log.job')} value={job.id} onChange={(event) => { setChosen(event.target.value); }}>
            {run.jobs.map(({ id, step, attempt, launchedAt }) => <option key={id} value={id}>{t('node.log.jobOf', { step: codeText('step', step), attempt, time: clock(launchedAt) })}</option>)}
          </select>
          <input className="field from-tablet" style={{ height: 24, fontSize: 12, width: 130 }} type="search" aria-label={t('kit.log.find')} placeholder={t('kit.log.find')} value={find} onChange={(event) => { setFind(event.target.value); }} />
          <IconButton icon="down" name={t('kit.log.follow')} pressed={follow} onClick={() => { setFollow(!follow); }} />
          <IconButton icon="download" name={t('kit.log.download')} onClick={() => { saveFile(`${run.node.hostname}-${job.step}-${String(job.attempt)}.log`, 'text/plain;charset=utf-8', log.text); }} />
        </>
      )}
    >
      <LogView text={log.text} height={height} name={t('kit.log.lines')} follow={follow && log.state === 'reading'} find={find} currentLine={line === undefined ? null : Number(line)} />
    </Panel>
  );
}
