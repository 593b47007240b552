import { Icon } from '../../viz/icons';
import type { Theme } from '../store/state';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';
import { storeTheme } from './theme';

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** System, light, dark: each press goes on to the next. */
export function ThemeSwitch() {
  const words = useText().bar.theme;
  const theme = useApp((s) => s.theme);
  const actions = useActions();
  const name = `${words.label}: ${words[theme]}`;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={name}
      onClick={() => {
        storeTheme(NEXT[theme]);
        actions.setTheme(NEXT[theme]);
      }}
    >
      <Icon name="theme" />
    </button>
  );
}
