import { useState } from 'react';
import { magnitude, megabytes } from '../../viz/format';
import { MODELS } from '../driver/models';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';
import { Popover } from './Popover';

/** The model in the bar; its sheet takes another one. Text and settings stay. */
export function ModelPicker() {
  const text = useText();
  const words = text.models;
  const model = useApp((s) => s.model);
  const wanted = useApp((s) => s.modelName);
  const actions = useActions();
  const [open, setOpen] = useState(false);
  const { kind, rest } = text.bar.model(model.kind, magnitude(model.parameters), model.nLayers);
  return (
    <Popover
      label={words.title}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="pick model">
          <span className="hidden">{text.bar.modelLabel}: </span>
          <b>{kind}</b> <span>{rest}</span>
        </button>
      }
    >
      <h2>{words.title}</h2>
      <ul className="models">
        {MODELS.map((entry) => (
          <li key={entry.name}>
            <button
              type="button"
              aria-current={entry.name === wanted ? 'true' : undefined}
              onClick={() => {
                actions.setModel(entry.name);
                setOpen(false);
              }}
            >
              <b>{entry.kind}</b>
              <small className="num">{megabytes(entry.bytes)}</small>
              <span>{words.about[entry.kind]}</span>
            </button>
          </li>
        ))}
      </ul>
      <small>{words.note}</small>
    </Popover>
  );
}
