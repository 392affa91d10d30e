/**
 * Asks a part of ours over HTTP on loopback whether it is ready; never rejects. Whoever answers says which process it is: on a port that
 * somebody else took first, a stranger's good health is not ours.
 */
export async function answersOk(url: string, pid: number | null): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
    const said = (await answer.json()) as { readonly pid?: unknown };
    return answer.ok && said.pid === pid;
  } catch {
    return false;
  }
}
