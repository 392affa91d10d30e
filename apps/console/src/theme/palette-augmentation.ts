import { type Scheme, type tokens } from './tokens.ts';

type Colours<Group extends keyof (typeof tokens.color)[Scheme]> = (typeof tokens.color)[Scheme][Group];

type States = { readonly [Name in keyof typeof tokens.state]: (typeof tokens.state)[Name][Scheme] };
type Verdicts = { readonly [Name in keyof typeof tokens.verdict]: (typeof tokens.verdict)[Name][Scheme] };

// MUI's types are open for this: what the tokens have beyond MUI's own colours.
declare module '@mui/material/styles' {
  interface Palette { state: States; verdict: Verdicts; env: Colours<'env'>; chart: Colours<'chart'> }
  interface PaletteOptions { state: States; verdict: Verdicts; env: Colours<'env'>; chart: Colours<'chart'> }
  interface TypeText { muted: string }
}
