import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { withEndSign } from '../../viz/tape/words';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';
import { Popover } from './Popover';

/** The prompt in the bar; its sheet takes another one. */
export function PromptControl() {
  const text = useText();
  const prompt = useApp((s) => s.prompt);
  const [open, setOpen] = useState(false);
  const example = text.examples.find((e) => e.text === prompt);
  return (
    <Popover
      label={text.prompt.title}
      open={open}
      onOpenChange={setOpen}
      wide
      trigger={
        <button type="button" className="pick prompt">
          {text.bar.prompt} <b>{example?.name ?? withEndSign(prompt)}</b>
        </button>
      }
    >
      <PromptForm initial={prompt} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function PromptForm({ initial, onDone }: { initial: string; onDone(): void }) {
  const text = useText();
  const actions = useActions();
  const id = useId();
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const start = () => {
    // A space at the end would be a token of its own, after which the model is at a loss.
    const wrong = actions.setPrompt(draft.replace(/ +$/, ''));
    setProblem(wrong);
    if (wrong === null) onDone();
  };
  const submit = (e: FormEvent) => {
    e.preventDefault();
    start();
  };
  const keys = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      start();
    }
  };
  return (
    <form className="prompt-form" onSubmit={submit}>
      <h2>{text.prompt.title}</h2>
      <label htmlFor={id}>{text.prompt.label}</label>
      <textarea
        id={id}
        rows={5}
        value={draft}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(e) => setDraft(e.target.value)}
        onKeyDown={keys}
      />
      <small id={`${id}-note`} role={problem ? 'alert' : undefined}>
        {problem ?? text.prompt.hint}
      </small>
      <div className="row">
        <button type="submit" className="solid">
          {text.prompt.use}
        </button>
        <small>{text.prompt.shortcut}</small>
      </div>
      <p className="cap">{text.prompt.examples}</p>
      <ul className="examples">
        {text.examples.map((e) => (
          <li key={e.name}>
            <button
              type="button"
              className="plain"
              onClick={() => {
                setDraft(e.text);
                setProblem(null);
              }}
            >
              {e.name}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
