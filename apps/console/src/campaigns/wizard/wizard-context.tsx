import { createContext, useContext } from 'react';
import { type PreviewPartsFragment, type WizardChoicesQuery } from '../../generated/documents.ts';
import { type CampaignForm } from './campaign-form.ts';
import { type FieldPath, type FieldProblem } from './field-problems.ts';

/** What the steps share: the form, how to change it, and what is known about it. */
export interface WizardParts {
  readonly form: CampaignForm;
  readonly change: (parts: Partial<CampaignForm>) => void;
  readonly choices: WizardChoicesQuery;
  /** What the api would plan now; null while the form is not complete or nobody has answered. */
  readonly preview: PreviewPartsFragment | null;
  readonly previewing: boolean;
  readonly problemOf: (field: FieldPath) => string | null;
  readonly problems: readonly FieldProblem[];
  /** Wave that the previews beside the form are about. */
  readonly wave: number;
  readonly showWave: (wave: number) => void;
}

export const WizardContext = createContext<WizardParts | null>(null);

export function useWizard(): WizardParts {
  const parts = useContext(WizardContext);
  if (parts === null) throw new Error('there is no wizard above this component');
  return parts;
}
