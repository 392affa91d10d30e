// @vitest-environment jsdom
import { preflightChecks, remedySentence, type Sentence, sentence, sentenceTexts, names, tell } from '@skein/core';
import { describe, expect, it } from 'vitest';
import { FindingsPanel } from '../node/findings-panel.tsx';
import { ObstaclesPanel } from '../node/node-panels.tsx';
import { englishIn, englishSentence } from '../testing/english-in.ts';
import { renderConsole } from '../testing/render-console.tsx';
import { fillText } from './fill-text.ts';
import { sentenceParts } from './sentence-parts.ts';
import { zh } from './zh.ts';
import { sentences } from './zh/sentences.ts';

type Tree = { readonly [key: string]: string | Tree };
const textAt = (key: string): string => {
  const found = key.split('.').reduce<string | Tree | undefined>((part, name) => (typeof part === 'object' ? part[name] : undefined), { ...zh, sentences });
  return typeof found === 'string' ? found : '';
};
const sayer = { count: String, clock: (at: string) => at, phrase: (key: string, values: Readonly<Record<string, string>>) => fillText(textAt(key), values, 'zh-CN') };
const places = (text: string): string[] => [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
const ours = (said: Sentence): string => (sentenceParts(said, sayer) ?? [{ foreign: '' }]).map((part) => (typeof part === 'string' ? part : '')).join('');
const whole = (said: Sentence): string => (sentenceParts(said, sayer) ?? []).map((part) => (typeof part === 'string' ? part : part.foreign)).join('');
const all = Object.entries(sentenceTexts).flatMap(([group, texts]) => Object.entries<string>(texts).map(([name, text]) => [`${group}.${name}`, text] as const));

describe('the sentences of the api in Chinese', () => {
  it.each(all)('%s is filled in with the same values and holds no English', (code, text) => {
    expect(places(textAt(`sentences.${code}`))).toEqual(places(text));
    const said = ours({ code, values: Object.fromEntries(places(text).map((name) => [name, 'some foreign words here'])) });
    expect(said).toMatch(/\p{Script=Han}|^（|^$/u);
    expect(said).not.toMatch(englishSentence);
  });

  it('keep what a node said as it said it, apart from our words', () => {
    expect(sentenceParts(sentence('finding.repositorySilent', { problem: 'Curl error (60): SSL peer' }), sayer)).toEqual(['目标软件源无应答：', { foreign: 'Curl error (60): SSL peer' }]);
    expect(whole(sentence('finding.serviceProbe', { detail: '%{detail} |||| $&' }))).toBe('服务探针：%{detail} |||| $&');
  });

  it('say lists, words of closed sets, moments and sentences within sentences', () => {
    expect(whole(sentence('obstacle.domainBudgetFull', { domain: 'sz/az1', max: 2, nodes: names([sentence('obstacle.nodeOfBudget', { node: 'web-1', cause: sentence('cause.unhealthy') }), 'web-2', 'web-3'], 2) }))).toBe('sz/az1 的中断预算为 2，已被占用：web-1（不健康）、web-2，另有 1 个');
    expect(whole(sentence('obstacle.preflightBlocks', { when: { at: '10:02' }, checks: names([{ term: 'check.disk.root' }, { term: 'check.of.tomorrow' }]) }))).toBe('最近一次评估（10:02）表明预检会阻止它：根文件系统空间充足、of.tomorrow');
    expect(whole(sentence('obstacle.inChange', { state: { term: 'runState.APPLYING' } }))).toBe('节点正在变更：其运行的状态为“正在变更”');
    expect(whole({ code: 'refusal.noMembers', values: {} })).toBe('没有匹配的节点。');
  });

  it('are none for a code of another version, and survive values of any shape', () => {
    expect(sentenceParts({ code: 'finding.ofTomorrow', values: {} }, sayer)).toBeNull();
    expect(sentenceParts({ code: 'finding.serviceProbe', values: { detail: null, _: 'x', names: 3 } }, sayer)).toEqual(['服务探针：', { foreign: 'null' }]);
  });
});

describe('a Chinese page', () => {
  const said = sentence('finding.unreadable', { fact: sentence('fact.space', { where: '/boot' }) });
  const findings = preflightChecks.map(({ id, remediation }) => ({ check: id, severity: 'INHIBIT' as const, message: tell(said), sentence: said, remediation, remedy: remedySentence(remediation), unreadable: true }));

  it('shows what preflight finds and what to do about it without an English sentence', async () => {
    const { container } = await renderConsole(<FindingsPanel findings={findings} all />, { locale: 'zh' });
    expect(container.querySelectorAll('li.finding')).toHaveLength(preflightChecks.length);
    expect(container.textContent).toContain('无法读取：/boot 的剩余空间');
    expect(englishIn(container)).toEqual([]);
  });

  it('shows what stands in the way without one, and the api’s own words where it knows no others', async () => {
    const away = sentence('obstacle.siteUnattended', { site: 'site of ours here' });
    const { container } = await renderConsole(<ObstaclesPanel explain={{ couldStart: false, obstacles: [{ code: 'siteUnattended', message: tell(away), sentence: away }, { code: 'held', message: 'somebody of yesterday held it', sentence: null }] }} />, { locale: 'zh' });
    expect(container.textContent).toContain('站点 site of ours here 无人值守');
    expect(englishIn(container)).toEqual(['somebody of yesterday held it']);
  });

  it('and an English one show the api’s own text', async () => {
    const { container } = await renderConsole(<FindingsPanel findings={findings.slice(0, 1)} />, { locale: 'en' });
    expect(container.textContent).toContain('could not be read: free space of /boot');
  });
});
