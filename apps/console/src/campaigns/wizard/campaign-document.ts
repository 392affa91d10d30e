import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import { phrase, type Phrase } from '../phrase.ts';
import { type CampaignForm, deadlineFields, emptyForm, type FormNumber, type FormReference, type FormWave, gateFields, limitFields } from './campaign-form.ts';

/** A problem with a place in the text: lines and columns from 1. */
export interface DocumentProblem {
  readonly line: number;
  readonly column: number;
  /** Offsets into the text, for the editor's mark. */
  readonly from: number;
  readonly to: number;
  readonly message: Phrase;
}

export type DocumentAnswer = { readonly kind: 'form'; readonly form: CampaignForm } | { readonly kind: 'problems'; readonly problems: readonly DocumentProblem[] };

/** The form as the document that `skein campaign apply` takes: names instead of ids, defaults written out. */
export function documentFromForm(form: CampaignForm): Readonly<Record<string, unknown>> {
  const names = (references: readonly FormReference[]): readonly string[] => references.map(({ name }) => name);
  return {
    apiVersion: 'skein/v1', kind: 'Campaign', metadata: { name: form.name },
    spec: {
      targetProfile: form.targetProfile?.name ?? '',
      selector: {
        ...(form.sites.length === 0 ? {} : { sites: names(form.sites) }), ...(form.labels.length === 0 ? {} : { labels: form.labels.map(({ key, value }) => ({ key, value })) }),
        ...(form.nodes.length === 0 ? {} : { nodes: names(form.nodes) }),
      },
      waves: form.waves.map(({ kind, size }) => (kind === 'rest' ? { rest: true } : { [kind]: size })),
      gate: form.gate, ...form.limits, deadlines: form.deadlines,
      ...(form.hooks === '' ? {} : { hooks: form.hooks }), seed: form.seed,
    },
  };
}

/** What readers of older YAML would take for something else, such as yes, stands in quotes: the document leaves this page. */
export const documentText = (form: CampaignForm): string => stringify(documentFromForm(form), { lineWidth: 0, compat: 'yaml-1.1' });

/** The form that a document means. Ids of names that the form already knew are kept; the others are looked up afterwards. */
export function readDocument(text: string, known: CampaignForm): DocumentAnswer {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, stringKeys: true });
  const problems: DocumentProblem[] = [];
  const blame = (from: number, to: number, message: Phrase): void => {
    const { line, col } = lines.linePos(from);
    problems.push({ line, column: col, from, to: Math.max(to, from), message });
  };
  for (const error of document.errors) blame(error.pos[0], error.pos[1], phrase(`yaml.syntax.${error.code}`));
  if (problems.length > 0) return { kind: 'problems', problems };
  const reader = new Reader(blame);
  const root = reader.map(document.contents, phrase('yaml.part.document'), ['apiVersion', 'kind', 'metadata', 'spec']);
  const form = root === null ? emptyForm : reader.form(root, known);
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'form', form };
}

type Blame = (from: number, to: number, message: Phrase) => void;
/** A field by its path, or a part of the document in words. */
type What = string | Phrase;
type Fields = ReadonlyMap<string, unknown>;
const rangeOf = (node: unknown): readonly [number, number] => {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  return Array.isArray(range) && typeof range[0] === 'number' && typeof range[1] === 'number' ? [range[0], range[1]] : [0, 0];
};

/** Reads nodes of a YAML document, and blames the place of what is not as it should be. */
class Reader {
  private readonly blame: Blame;
  constructor(blame: Blame) {
    this.blame = blame;
  }

  form(root: Fields, known: CampaignForm): CampaignForm {
    this.constant(root.get('apiVersion'), 'apiVersion', 'skein/v1');
    this.constant(root.get('kind'), 'kind', 'Campaign');
    const metadata = this.map(root.get('metadata'), 'metadata', ['name']) ?? new Map<string, unknown>();
    const spec = this.map(root.get('spec'), 'spec', ['targetProfile', 'selector', 'waves', 'gate', ...limitFields, 'deadlines', 'hooks', 'seed']) ?? new Map<string, unknown>();
    const selector = spec.has('selector') ? (this.map(spec.get('selector'), 'selector', ['labels', 'nodes', 'sites']) ?? new Map<string, unknown>()) : new Map<string, unknown>();
    const target = this.text(spec.get('targetProfile'), 'targetProfile');
    return {
      name: this.text(metadata.get('name'), 'metadata.name'),
      targetProfile: target === '' ? null : reference(target, known.targetProfile === null ? [] : [known.targetProfile]),
      sites: this.list(selector.get('sites'), 'selector.sites').map((node) => reference(this.text(node, phrase('yaml.part.site')), known.sites)),
      nodes: this.list(selector.get('nodes'), 'selector.nodes').map((node) => reference(this.text(node, phrase('yaml.part.node')), known.nodes)),
      labels: this.list(selector.get('labels'), 'selector.labels').map((node) => {
        const label = this.map(node, phrase('yaml.part.label'), ['key', 'value']) ?? new Map<string, unknown>();
        return { key: this.text(label.get('key'), phrase('yaml.part.labelKey')), value: this.text(label.get('value'), phrase('yaml.part.labelValue')) };
      }),
      waves: spec.has('waves') ? this.list(spec.get('waves'), 'waves').map((node) => this.wave(node)) : emptyForm.waves,
      gate: this.numbers(spec.get('gate'), 'gate', gateFields, emptyForm.gate),
      limits: Object.fromEntries(limitFields.map((field) => [field, this.number(spec.get(field), field, emptyForm.limits[field])])) as CampaignForm['limits'],
      deadlines: this.numbers(spec.get('deadlines'), 'deadlines', deadlineFields, emptyForm.deadlines),
      hooks: spec.has('hooks') && !isNull(spec.get('hooks')) ? this.text(spec.get('hooks'), 'hooks') : '',
      seed: this.number(spec.get('seed'), 'seed', emptyForm.seed),
    };
  }

  map(node: unknown, what: What, keys: readonly string[]): Fields | null {
    if (!isMap(node)) {
      this.blame(...rangeOf(node), phrase('yaml.content.mapping', { what, keys: keys.join(', ') }));
      return null;
    }
    const fields = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (keys.includes(name)) fields.set(name, value ?? key);
      else this.blame(...rangeOf(key), name === '' ? phrase('yaml.content.oddKey', { what, keys: keys.join(', ') }) : phrase('yaml.content.unknownKey', { what, key: name, keys: keys.join(', ') }));
    }
    return fields;
  }

  list(node: unknown, what: What): readonly unknown[] {
    if (node === undefined || isNull(node)) return [];
    if (isSeq(node)) return node.items;
    this.blame(...rangeOf(node), phrase('yaml.content.list', { what }));
    return [];
  }

  text(node: unknown, what: What): string {
    if (node === undefined) return '';
    if (isScalar(node) && typeof node.value === 'string') return node.value;
    this.blame(...rangeOf(node), phrase('yaml.content.text', { what }));
    return '';
  }

  number(node: unknown, what: What, otherwise: FormNumber): FormNumber {
    if (node === undefined) return otherwise;
    if (isScalar(node) && (typeof node.value === 'number' || node.value === null)) return node.value;
    this.blame(...rangeOf(node), phrase('yaml.content.number', { what }));
    return null;
  }

  private numbers<Field extends string>(node: unknown, what: string, fields: readonly Field[], defaults: Readonly<Record<Field, FormNumber>>): Readonly<Record<Field, FormNumber>> {
    const found = node === undefined ? new Map<string, unknown>() : (this.map(node, what, fields) ?? new Map<string, unknown>());
    return Object.fromEntries(fields.map((field) => [field, this.number(found.get(field), `${what}.${field}`, defaults[field])])) as Record<Field, FormNumber>;
  }

  private wave(node: unknown): FormWave {
    const fields = this.map(node, phrase('yaml.part.wave'), ['count', 'percent', 'rest']);
    const [name, value] = fields === null ? [] : [...fields][0] ?? [];
    if (fields === null || fields.size !== 1 || (name === 'rest' && !(isScalar(value) && value.value === true))) {
      if (fields !== null) this.blame(...rangeOf(node), phrase('yaml.content.wave'));
      return { kind: 'rest', size: null };
    }
    return name === 'rest' ? { kind: 'rest', size: null } : { kind: name === 'percent' ? 'percent' : 'count', size: this.number(value, phrase('yaml.part.waveSize', { kind: name ?? 'count' }), null) };
  }

  private constant(node: unknown, what: What, wanted: string): void {
    if (isScalar(node) && node.value === wanted) return;
    this.blame(...rangeOf(node), phrase('yaml.content.constant', { what, wanted }));
  }
}

const isNull = (node: unknown): boolean => isScalar(node) && node.value === null;
const reference = (name: string, known: readonly FormReference[]): FormReference => known.find((one) => one.name === name) ?? { id: null, name };
