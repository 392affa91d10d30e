import { describe, expect, it } from 'vitest';
import { SignInThrottle } from './sign-in-throttle.ts';

function throttleAt(clock: { now: number }): SignInThrottle {
  return new SignInThrottle(() => clock.now);
}
function fail(throttle: SignInThrottle, times: number, name: string, address: string): void {
  for (let time = 0; time < times; time += 1) throttle.countFailure(name, address);
}

describe('the sign-in throttle', () => {
  it('closes for a name and address after five failures, whatever the case of the name', () => {
    const throttle = throttleAt({ now: 0 });
    fail(throttle, 4, 'Olga', '10.0.0.1');
    expect(throttle.isOpen('olga', '10.0.0.1')).toBe(true);
    throttle.countFailure('olga', '10.0.0.1');
    expect(throttle.isOpen('OLGA', '10.0.0.1')).toBe(false);
  });

  it('lets the same person in from elsewhere', () => {
    const throttle = throttleAt({ now: 0 });
    fail(throttle, 5, 'olga', '10.0.0.1');
    expect(throttle.isOpen('olga', '10.0.0.2')).toBe(true);
  });

  it('closes for an address that tries many names', () => {
    const throttle = throttleAt({ now: 0 });
    for (let name = 0; name < 30; name += 1) throttle.countFailure(`name-${String(name)}`, '10.0.0.1');
    expect(throttle.isOpen('olga', '10.0.0.1')).toBe(false);
  });

  it('opens again after five minutes', () => {
    const clock = { now: 0 };
    const throttle = throttleAt(clock);
    fail(throttle, 5, 'olga', '10.0.0.1');
    clock.now = 5 * 60_000;
    expect(throttle.isOpen('olga', '10.0.0.1')).toBe(true);
  });

  it('forgets failures of the pair after a success, and not those of the address', () => {
    const throttle = throttleAt({ now: 0 });
    fail(throttle, 4, 'olga', '10.0.0.1');
    throttle.countSuccess('olga', '10.0.0.1');
    fail(throttle, 4, 'olga', '10.0.0.1');
    expect(throttle.isOpen('olga', '10.0.0.1')).toBe(true);
    fail(throttle, 22, 'other', '10.0.0.1');
    expect(throttle.isOpen('olga', '10.0.0.1')).toBe(false);
  });

  it('keeps counting in bounded memory', () => {
    const throttle = throttleAt({ now: 0 });
    for (let stranger = 0; stranger < 20_000; stranger += 1) throttle.countFailure(`name-${String(stranger)}`, `address-${String(stranger)}`);
    fail(throttle, 5, 'olga', '10.0.0.1');
    expect(throttle.isOpen('olga', '10.0.0.1')).toBe(false);
  });
});
