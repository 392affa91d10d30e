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
  // Nodes are found by the api; pages and campaigns are few, and by the same rule: a part of the name.
  const matches = (name: string): boolean => name.toLowerCase().includes(trimmed.toLowerCase());
  const routes = listedRoutes.filter(({ navigation }) => matches(t(navigation.title)));
  const campaigns = now?.now.campaigns.filter(({ name }) => matches(name)) ?? [];
  const go = (path: string) => () => {
    onClose();
    void navigate(path);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} transitionDuration={0}>
      <h2 id={id} className="for-readers">{t('shell.palette.title')}</h2>
      <Command label={t('shell.palette.title')} className="palette" shouldFilter={false}>
        <Command.Input value={text} onValueChange={setText} placeholder={t('shell.palette.placeholder')} autoFocus />
        <Command.List>
          <Command.Empty>{t('shell.palette.empty')}</Command.Empty>
          {routes.length === 0 ? null : <Command.Group heading={t('shell.palette.pages')}>{routes.map((route) => <Command.Item key={route.path} value={route.path} onSelect={go(route.path)}>{t(route.navigation.title)}</Command.Item>)}</Command.Group>}
          {campaigns.length === 0 ? null : <Command.Group heading={t('shell.palette.campaigns')}>{campaigns.map(({ id, name }) => <Command.Item key={id} value={id} onSelect={go(`/campaigns/${id}`)}>{name}</Command.Item>)}</Command.Group>}
          {trimmed.length < 2 ? null : (
            <Command.Group heading={t('shell.palette.nodes')}>
              <Command.Item value="search" onSelect={go(`/nodes?${new URLSearchParams({ query: trimmed }).toString()}`)}>{t('shell.palette.searchNodes', { text: trimmed })}</Command.Item>
              {found?.nodes.nodes.map(({ id, hostname }) => <Command.Item key={id} value={id} onSelect={go(`/nodes/${id}`)}>{hostname}</Command.Item>)}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}
