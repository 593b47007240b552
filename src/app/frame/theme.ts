import { useLayoutEffect } from 'react';
import type { Theme } from '../store/state';

const KEY = 'inside-mamba.theme';

/** The reader's theme from their last visit. Storage may be forbidden: then the system's. */
export function storedTheme(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

/** Remembers what the reader chose; a link's theme is not remembered. */
export function storeTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Forbidden storage: the choice lasts as long as the page.
  }
}

/** Puts the theme on the page, where the tokens find it. */
export function useTheme(theme: Theme): void {
  // Before the first paint: no flash of the other theme.
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
