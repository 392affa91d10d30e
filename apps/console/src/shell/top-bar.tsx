import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useLocaleState, useLogout } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { localeNames, otherLocale, type Locale } from '../i18n/locale.ts';
import { useText } from '../i18n/use-text.ts';
import { Icon } from '../kit/icon.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import { useMe } from '../session/use-me.ts';
import { useAppearance } from '../theme/use-appearance.ts';
import { Clock } from './clock.tsx';
import { type PageEnvironment } from './environment-of-page.ts';
import { HaltAll } from './halt-all.tsx';
import { LiveBadge } from './live-badge.tsx';
import { Mark } from './mark.tsx';
import { SearchField } from './search-field.tsx';

/** Where one is, what is looked for, how fresh it is, and the way to stop everything: always in the same place. */
export function TopBar({ environment }: { readonly environment: PageEnvironment }) {
  const t = useText();
  const name = environment.name ?? t('shell.environmentUnnamed');
  return (
    <header className="top">
      <Link className="brand" to="/" aria-label="Skein"><Mark /><span>Skein</span></Link>
      <span className={environment.protected ? 'environment protected' : 'environment'} title={name}>{environment.protected ? <Icon name="lock" size={14} /> : null}<span className="from-tablet">{environment.protected ? t('shell.environmentProtected', { name }) : name}</span><span className="phone-only">{name}</span></span>
      <SearchField />
      <span className="grow" />
      <LiveBadge />
      <span className="from-tablet"><Clock /></span>
      <span className="from-tablet flex" style={{ gap: 4 }}><Preferences /></span>
      <HaltAll />
    </header>
  );
}

/** Language, density, colours and the person; on phones they are behind More. */
export function Preferences() {
  const t = useText();
  const [locale, setLocale] = useLocaleState();
  const { scheme, chooseScheme, density, chooseDensity } = useAppearance();
  const other = otherLocale(locale as Locale);
  return (
    <>
      <button type="button" className="icon-button" lang={other === 'zh' ? 'zh-CN' : 'en'} title={localeNames[other]} aria-label={t('shell.language', { language: localeNames[other] })} onClick={() => { setLocale(other); }}>{other === 'zh' ? '中' : 'EN'}</button>
      <IconButton icon="density" name={t(`shell.density.${density}`)} onClick={() => { chooseDensity(density === 'compact' ? 'comfortable' : 'compact'); }} />
      <IconButton icon={scheme === 'light' ? 'moon' : 'sun'} name={t(`shell.scheme.${scheme}`)} onClick={() => { chooseScheme(scheme === 'light' ? 'dark' : 'light'); }} />
      <PersonMenu />
    </>
  );
}

function PersonMenu() {
  const t = useText();
  const logout = useLogout();
  const { me } = useMe();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (me === null) return null;
  const { name, role } = me.person;
  return (
    <>
      <button type="button" className="avatar" aria-label={t('shell.person', { name })} aria-haspopup="menu" onClick={(event) => { setAnchor(event.currentTarget); }}>{name.slice(0, 2).toUpperCase()}</button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => { setAnchor(null); }} transitionDuration={0}>
        <MenuItem disabled>{name} · {t(`words.role.${role}`)}</MenuItem>
        <MenuItem onClick={() => { void logout(); }}>{t('shell.signOut')}</MenuItem>
      </Menu>
    </>
  );
}
