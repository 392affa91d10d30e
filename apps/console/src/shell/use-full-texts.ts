import { useEffect } from 'react';

/** Text that is cut says the whole of itself to whoever points at it or comes to it with the keyboard; measured then, since widths change. */
export function useFullTexts(): void {
  useEffect(() => {
    const tell = ({ target }: Event): void => {
      if (!(target instanceof HTMLElement)) return;
      for (const element of [target, ...target.querySelectorAll<HTMLElement>('.cut, td')]) {
        const isCut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden';
        if (isCut && element.title === '') element.title = element.textContent.trim();
      }
    };
    document.addEventListener('pointerover', tell);
    document.addEventListener('focusin', tell);
    return () => {
      document.removeEventListener('pointerover', tell);
      document.removeEventListener('focusin', tell);
    };
  }, []);
}
