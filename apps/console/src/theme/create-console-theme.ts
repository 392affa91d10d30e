import { createTheme, type PaletteOptions, type Shadows, type Theme } from '@mui/material/styles';
import './palette-augmentation.ts';
import { type Scheme, tokens, type VerdictName, type StateName } from './tokens.ts';

const byScheme = <Name extends string, Value>(values: Readonly<Record<Name, Readonly<Record<Scheme, Value>>>>, scheme: Scheme): Record<Name, Value> =>
  Object.fromEntries(Object.entries<Readonly<Record<Scheme, Value>>>(values).map(([name, value]) => [name, value[scheme]])) as Record<Name, Value>;

function paletteOf(scheme: Scheme): PaletteOptions {
  const { bg, ink, line, accent, danger, env, chart } = tokens.color[scheme];
  return {
    mode: scheme,
    background: { default: bg.page, paper: bg.panel },
    text: { primary: ink.primary, secondary: ink.secondary, disabled: ink.disabled, muted: ink.muted },
    divider: line.subtle,
    primary: { main: accent.main, dark: accent.hover, contrastText: accent.on },
    error: { main: danger.main, dark: danger.hover, contrastText: danger.on },
    action: { hover: bg.hover, selected: bg.selected },
    state: byScheme<StateName, (typeof tokens.state)['failed'][Scheme]>(tokens.state, scheme),
    verdict: byScheme<VerdictName, (typeof tokens.verdict)['pass'][Scheme]>(tokens.verdict, scheme),
    env, chart,
  };
}

// Everything lies flat; only what floats throws a shadow, and the shadow follows the scheme.
const shadows = Array.from({ length: 25 }, (_, height) => (height === 1 ? 'var(--elevation-sticky)' : height === 8 ? 'var(--elevation-menu)' : height === 24 ? 'var(--elevation-dialog)' : 'none')) as Shadows;
const size = ({ size: fontSize, line, weight }: { readonly size: number; readonly line: number; readonly weight: number }) => ({ fontSize: `${String(fontSize)}px`, lineHeight: `${String(line)}px`, fontWeight: weight, letterSpacing: 0 });
const milliseconds = (text: string): number => Number.parseInt(text, 10);

/** MUI dressed in the tokens. Sizes that follow the density are custom properties, so that a change of density makes no new theme. */
export const createConsoleTheme = (): Theme => createTheme({
  cssVariables: { cssVarPrefix: 'skein', colorSchemeSelector: '[data-theme="%s"]' },
  colorSchemes: { light: { palette: paletteOf('light') }, dark: { palette: paletteOf('dark') } },
  spacing: 4,
  shape: { borderRadius: tokens.radius.control },
  breakpoints: { values: { xs: tokens.breakpoint.phone, sm: tokens.breakpoint.tablet, md: tokens.breakpoint.desktop, lg: tokens.breakpoint.desktop + 1, xl: tokens.breakpoint.wide } },
  shadows,
  transitions: {
    duration: { shortest: milliseconds(tokens.motion.fast), shorter: milliseconds(tokens.motion.base), short: milliseconds(tokens.motion.base), standard: milliseconds(tokens.motion.max), complex: milliseconds(tokens.motion.max), enteringScreen: milliseconds(tokens.motion.max), leavingScreen: milliseconds(tokens.motion.base) },
  },
  typography: {
    fontFamily: tokens.font.sans, fontSize: tokens.type.body.size,
    h1: size(tokens.type.page), h2: size(tokens.type.title), h3: { ...size(tokens.type.small), fontWeight: 600 },
    body1: { ...size(tokens.type.body), fontSize: 'var(--body-size)' }, body2: size(tokens.type.small), caption: size(tokens.type.label),
    button: { ...size(tokens.type.body), fontSize: 'inherit', fontWeight: 500, textTransform: 'none' },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiInputBase: { styleOverrides: { root: { minHeight: 'var(--control)', fontSize: 'var(--body-size)', backgroundColor: 'var(--bg-panel)' }, input: { height: 'auto', padding: '4px 8px' } } },
    MuiOutlinedInput: { styleOverrides: { notchedOutline: { borderColor: 'var(--line-strong)' }, input: { padding: '4px 8px' } } },
    MuiTableCell: { styleOverrides: { root: { height: 'var(--row)', padding: '0 6px', borderColor: 'var(--line-subtle)' }, head: { height: 'var(--row-head)', fontSize: 11, color: 'var(--ink-muted)' } } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiDialog: { styleOverrides: { paper: { width: 520, maxWidth: 'calc(100vw - 32px)', borderRadius: tokens.radius.dialog, border: '1px solid var(--line-default)', boxShadow: 'var(--elevation-dialog)' } } },
    MuiBackdrop: { styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'var(--bg-scrim)' } } } },
    MuiMenu: { styleOverrides: { paper: { border: '1px solid var(--line-default)', boxShadow: 'var(--elevation-menu)' } } },
    MuiMenuItem: { styleOverrides: { root: { minHeight: 'var(--control)', fontSize: 'var(--body-size)' } } },
    MuiTooltip: { defaultProps: { enterDelay: 200 }, styleOverrides: { tooltip: { maxWidth: 280, padding: '6px 8px', fontSize: 12, lineHeight: '16px', fontWeight: 400, color: 'var(--bg-panel)', backgroundColor: 'var(--ink-primary)' } } },
  },
});
