import Dialog from '@mui/material/Dialog';
import { Command } from 'cmdk';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAsk } from '../data/use-ask.ts';
import { NodeListDocument, NowPageDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { listedRoutes } from './navigation.tsx';
import './palette.css';

/** Screens, campaigns and nodes by typing a part of their name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  const trimmed = text.trim();
  const { data: now } = useAsk(NowPageDocument, {});
  const { data: found } = useAsk(NodeListDocument, { filter: { text: trimmed }, page: { first: 8 } }, { enabled: trimmed.length >= 2, keepPrevious: true, freshSeconds: 10 });
  const go = (path: string) => () => {
    onClose();
    void navigate(path);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} transitionDuration={0}>
      <h2 id={id} className="for-readers">{t('shell.palette.title')}</h2>
      <Command label={t('shell.palette.title')} className="palette" shouldFilter>
        <Command.Input value={text} onValueChange={setText} placeholder={t('shell.palette.placeholder')} autoFocus />
        <Command.List>
          <Command.Empty>{t('shell.palette.empty')}</Command.Empty>
          <Command.Group heading={t('shell.palette.pages')}>
            {listedRoutes.map((route) => <Command.Item key={route.path} onSelect={go(route.path)}>{t(route.navigation.title)}</Command.Item>)}
          </Command.Group>
          <Command.Group heading={t('shell.palette.campaigns')}>
            {now?.now.campaigns.map(({ id, name }) => <Command.Item key={id} value={`${name} ${id}`} onSelect={go(`/campaigns/${id}`)}>{name}</Command.Item>)}
          </Command.Group>
          {trimmed.length < 2 ? null : (
            <Command.Group heading={t('shell.palette.nodes')} forceMount>
              {found?.nodes.nodes.map(({ id, hostname }) => <Command.Item key={id} value={`${trimmed} ${hostname}`} onSelect={go(`/nodes/${id}`)}>{hostname}</Command.Item>)}
              <Command.Item value={`${trimmed} search`} onSelect={go(`/nodes?${new URLSearchParams({ query: trimmed }).toString()}`)}>{t('shell.palette.searchNodes', { text: trimmed })}</Command.Item>
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}
