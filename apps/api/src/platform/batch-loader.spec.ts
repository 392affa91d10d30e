import { describe, expect, it } from 'vitest';
import { BatchLoader } from './batch-loader.ts';

describe('a loader of batches', () => {
  const recording = () => {
    const asked: (readonly string[])[] = [];
    const current: { reader: string | null } = { reader: null };
    const loader = new BatchLoader<string>(() => ({ reader: () => current.reader }), (keys) => {
      asked.push(keys);
      return Promise.resolve(new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.toUpperCase()])));
    });
    return { asked, loader, current };
  };

  it('asks once for all that is asked within a turn, each key once', async () => {
    const { asked, loader } = recording();
    await expect(Promise.all(['a', 'b', 'a', 'nobody'].map((key) => loader.load(key)))).resolves.toEqual(['A', 'B', 'A', undefined]);
    expect(asked).toEqual([['a', 'b', 'nobody']]);
  });

  it('asks again later, and remembers nothing', async () => {
    const { asked, loader } = recording();
    await loader.load('a');
    await loader.load('a');
    expect(asked).toEqual([['a'], ['a']]);
  });

  it('keeps readers apart, even for the same key', async () => {
    const { asked, loader, current } = recording();
    const first = [loader.load('a'), loader.load('b')];
    current.reader = 'somebody else';
    await Promise.all([...first, loader.load('a')]);
    expect(asked).toEqual([['a', 'b'], ['a']]);
  });

  it('tells everybody who waited when it cannot be read', async () => {
    const loader = new BatchLoader<string>(() => ({ reader: () => null }), () => Promise.reject(new Error('the database is away')));
    const answers = await Promise.allSettled([loader.load('a'), loader.load('b')]);
    expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'rejected']);
  });

  it('never asks for more than a thousand keys at once', async () => {
    const { asked, loader } = recording();
    await Promise.all(Array.from({ length: 2500 }, (_unused, index) => loader.load(String(index))));
    expect(asked.map((keys) => keys.length)).toEqual([1000, 1000, 500]);
  });
});
