import { Icon } from '../../viz/icons';
import { useText } from '../text';
import { DeviceBadge } from './DeviceBadge';
import { FullScreen } from './FullScreen';
import { ModelPicker } from './ModelPicker';
import { PromptControl } from './PromptControl';
import { Share } from './Share';
import { Status } from './Status';
import { ThemeSwitch } from './ThemeSwitch';

/** Name, model, prompt; then what is going on; then the machine and the page’s own switches. */
export function TopBar({ onKeys }: { onKeys(): void }) {
  const text = useText();
  return (
    <header className="bar">
      <h1>{text.name}</h1>
      <ModelPicker />
      <PromptControl />
      <Status />
      <div className="right">
        <DeviceBadge />
        <Share />
        <button
          type="button"
          className="icon-button keys-button"
          aria-label={text.bar.keys}
          title={text.bar.keys}
          onClick={onKeys}
        >
          <Icon name="keys" />
        </button>
        <ThemeSwitch />
        <FullScreen />
      </div>
    </header>
  );
}
