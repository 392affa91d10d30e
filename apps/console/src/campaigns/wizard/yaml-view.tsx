import { lazy, Suspense, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { LoadingState } from '../../kit/loading-state.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useSay } from '../use-say.ts';
import { type DocumentProblem, documentText, readDocument } from './campaign-document.ts';
import { type CampaignForm } from './campaign-form.ts';
import { useWizard } from './wizard-context.tsx';

const YamlEditor = lazy(async () => ({ default: (await import('./yaml-editor.tsx')).YamlEditor }));

/** The same campaign as a document. What can be read is in the form at once; what cannot is marked at its line, and the form keeps what it had. */
export function YamlView({ onRead }: { readonly onRead: (form: CampaignForm) => void }) {
  const t = useText();
  const say = useSay();
  const { form } = useWizard();
  const [text] = useState(() => documentText(form));
  const [problems, setProblems] = useState<readonly DocumentProblem[]>([]);
  return (
    <Panel heading={problems.length === 0 ? t('campaigns.wizard.yamlEditor.valid') : say({ key: 'campaigns.wizard.yamlEditor.problems', values: { count: problems.length } })} subline={problems.length === 0 ? undefined : t('campaigns.wizard.yamlEditor.keeps')}>
      <Suspense fallback={<LoadingState rows={8} />}>
        <YamlEditor
          text={text} label={t('campaigns.wizard.yamlEditor.label')}
          onText={(next) => {
            const answer = readDocument(next, form);
            setProblems(answer.kind === 'problems' ? answer.problems : []);
            if (answer.kind === 'form') onRead(answer.form);
          }}
          check={(next) => { const answer = readDocument(next, form); return answer.kind === 'problems' ? answer.problems.map(({ from, to, message }) => ({ from, to, message: say(message) })) : []; }}
        />
      </Suspense>
      <div role="status"><ul className="panel-list">{problems.map((problem) => <li key={`${String(problem.from)} ${say(problem.message)}`} className="field-problem">{t('campaigns.wizard.yamlEditor.at', { line: problem.line, message: say(problem.message) })}</li>)}</ul></div>
    </Panel>
  );
}
