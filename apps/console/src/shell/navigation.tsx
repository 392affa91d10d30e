import { NavLink } from 'react-router-dom';
import { useAsk } from '../data/use-ask.ts';
import { ShellNumbersDocument } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Icon } from '../kit/icon.tsx';
import { type ConsoleRoute, consoleRoutes } from '../routes.tsx';
import { type NavigationCount, useNavigationCounts } from './use-navigation-counts.ts';

type Listed = ConsoleRoute & { readonly navigation: NonNullable<ConsoleRoute['navigation']> };
export const listedRoutes = consoleRoutes.filter((route): route is Listed => route.navigation !== undefined);

/** The screens by name, with what is behind them in numbers; a rail on tablets. */
export function Navigation({ onHelp }: { readonly onHelp: () => void }) {
  const t = useText();
  const counts = useNavigationCounts();
  const { data } = useAsk(ShellNumbersDocument, {}, { freshSeconds: 600 });
  return (
    <nav className="nav" aria-label={t('shell.navigation')}>
      {([1, 2] as const).map((group) => listedRoutes.filter(({ navigation }) => navigation.group === group).map((route, index) => (
        <NavigationLink key={route.path} route={route} count={counts[route.path]} gap={group === 2 && index === 0} />
      )))}
      <div className="foot">
        <button type="button" onClick={onHelp}><span className="key" aria-hidden="true">?</span>{t('shell.keys.button')}</button>
        <div>Skein {data?.health.version}</div>
      </div>
    </nav>
  );
}

function NavigationLink({ route, count, gap }: { readonly route: Listed; readonly count: NavigationCount | undefined; readonly gap: boolean }) {
  const t = useText();
  return (
    <>
      {gap ? <div className="gap" /> : null}
      <NavLink to={route.path} end={route.path === '/'} title={t(route.navigation.title)}>
        <Icon name={route.navigation.icon} /><span className="name">{t(route.navigation.title)}</span><CountBadge count={count} />
      </NavLink>
    </>
  );
}

function CountBadge({ count }: { readonly count: NavigationCount | undefined }) {
  const formats = useFormats();
  if (count === undefined || count.count === 0) return null;
  return <span className={count.hot ? 'count hot' : 'count'}>{formats.count(count.count)}</span>;
}

/** Navigation of phones: what one does there, and the rest behind More. */
export function TabBar({ onMore }: { readonly onMore: () => void }) {
  const t = useText();
  const counts = useNavigationCounts();
  return (
    <nav className="tab-bar" aria-label={t('shell.navigation')}>
      {listedRoutes.filter(({ navigation }) => navigation.onPhone).slice(0, 4).map((route) => (
        <NavLink key={route.path} to={route.path} end={route.path === '/'}><Icon name={route.navigation.icon} size={18} />{t(route.navigation.title)}{counts[route.path]?.hot === true ? <CountBadge count={counts[route.path]} /> : null}</NavLink>
      ))}
      <button type="button" onClick={onMore}><Icon name="density" size={18} />{t('shell.more')}</button>
    </nav>
  );
}
