import { useState } from 'react';
import { useVerb } from '../data/use-verb.ts';
import { PersonChangeDocument, PersonCreateDocument, PersonResetPasswordDocument, type Role, type SettingsPeopleQuery } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { ChoiceField, TextField } from './form-field.tsx';

export type Person = SettingsPeopleQuery['people'][number];

const roles: readonly Role[] = ['VIEWER', 'OPERATOR', 'APPROVER', 'ADMIN'];

interface DialogProps {
  readonly onClose: () => void;
}

interface MakesPassword extends DialogProps {
  /** The only moment in which the password is known. */
  readonly onMade: (made: { readonly name: string; readonly password: string | null }) => void;
}

function useRoleChoices(): readonly { readonly value: Role; readonly name: string }[] {
  const t = useText();
  return roles.map((role) => ({ value: role, name: t(`words.role.${role}`) }));
}

export function CreatePersonDialog({ onClose, onMade }: MakesPassword) {
  const t = useText();
  const create = useVerb(PersonCreateDocument);
  const choices = useRoleChoices();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('VIEWER');
  const run = async () => {
    const outcome = await create.run({ name, role });
    if (outcome.kind === 'done') onMade({ name, password: outcome.payload.password });
    return outcome;
  };
  return (
    <VerbDialog title={t('settings.people.createTitle')} lead={t('settings.people.createLead')} confirm={t('settings.people.create')} keep={t('settings.discard')} reason="none" refusal={/^[a-z0-9._-]+$/u.test(name) ? null : t('settings.people.nameHint')} onConfirm={run} onClose={onClose}>
      <div className="fields">
        <TextField label={t('settings.name')} value={name} onChange={setName} hint={t('settings.people.nameHint')} mono autoFocus />
        <ChoiceField label={t('settings.people.role')} value={role} choices={choices} onChange={setRole} hint={t(`settings.people.roleHint.${role}`)} />
      </div>
    </VerbDialog>
  );
}

export function ChangeRoleDialog({ person, onClose }: DialogProps & { readonly person: Person }) {
  const t = useText();
  const change = useVerb(PersonChangeDocument);
  const choices = useRoleChoices();
  const [role, setRole] = useState<Role>(person.role);
  return (
    <VerbDialog title={t('settings.people.roleTitle', { name: person.name })} confirm={t('settings.people.changeRole')} keep={t('settings.people.keepRole')} reason="optional" refusal={role === person.role ? t('settings.people.sameRole') : null} onConfirm={(reason) => change.run({ personId: person.id, role, reason })} onClose={onClose}>
      <div className="fields"><ChoiceField label={t('settings.people.role')} value={role} choices={choices} onChange={setRole} hint={t(`settings.people.roleHint.${role}`)} /></div>
    </VerbDialog>
  );
}

export function SwitchPersonDialog({ person, onClose }: DialogProps & { readonly person: Person }) {
  const t = useText();
  const change = useVerb(PersonChangeDocument);
  const isOn = person.disabledAt === null;
  return (
    <VerbDialog
      title={isOn ? t('settings.people.offTitle', { name: person.name }) : t('settings.people.onTitle', { name: person.name })} lead={isOn ? t('settings.people.offLead') : t('settings.people.onLead')}
      confirm={isOn ? t('settings.people.switchOff') : t('settings.people.switchOn')} keep={t('settings.people.keepState')} reason="optional" onConfirm={(reason) => change.run({ personId: person.id, disabled: isOn, reason })} onClose={onClose}
    />
  );
}

export function ResetPasswordDialog({ person, onClose, onMade }: MakesPassword & { readonly person: Person }) {
  const t = useText();
  const reset = useVerb(PersonResetPasswordDocument);
  const run = async (reason: string | null) => {
    const outcome = await reset.run({ personId: person.id, reason });
    if (outcome.kind === 'done') onMade({ name: person.name, password: outcome.payload.password });
    return outcome;
  };
  return <VerbDialog title={t('settings.people.resetTitle', { name: person.name })} lead={t('settings.people.resetLead')} confirm={t('settings.people.reset')} keep={t('settings.account.keepPassword')} reason="optional" onConfirm={run} onClose={onClose} />;
}
