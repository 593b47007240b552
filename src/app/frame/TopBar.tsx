import { magnitude } from '../../viz/format';
import { Icon } from '../../viz/icons';
import { useApp } from '../store/store';
import { useText } from '../text';
import { DeviceBadge } from './DeviceBadge';
import { FullScreen } from './FullScreen';
import { PromptControl } from './PromptControl';
import { Status } from './Status';
import { ThemeSwitch } from './ThemeSwitch';

/** Name, model, prompt; then what is going on; then the machine and the page’s own switches. */
export function TopBar({ onKeys }: { onKeys(): void }) {
  const text = useText();
  const model = useApp((s) => s.model);
  const { kind, rest } = text.bar.model(model.kind, magnitude(model.parameters), model.nLayers);
  return (
    <header className="bar">
      <h1>{text.name}</h1>
      <p className="pick model">
        <span className="hidden">{text.bar.modelLabel}: </span>
        <b>{kind}</b> <span>{rest}</span>
      </p>
      <PromptControl />
      <Status />
      <div className="right">
        <DeviceBadge />
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
