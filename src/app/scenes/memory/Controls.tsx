import { Segmented } from '../../../viz/controls/Segmented';
import { count } from '../../../viz/format';
import { logScale, type SliderScale } from '../../../viz/slider/scale';
import { SymbolSlider } from '../../../viz/slider/SymbolSlider';
import { useApp } from '../../store/store';
import { PRESETS } from './presets';
import type { Sizes } from './sizes';
import { useMemoryView } from './view';
import { words as sceneWords } from './words';
import { kibibytes } from './write';

type Sized = 'L' | 'E' | 'N' | 'batch' | 'sram';

/** Whole numbers on a logarithmic track. */
const whole = (low: number, high: number, step: number): SliderScale => {
  const scale = logScale(low, high, step, 1);
  return { ...scale, toValue: (unit) => Math.round(scale.toValue(unit)) };
};

const SCALES: Readonly<Record<Sized, SliderScale>> = {
  L: whole(16, 65_536, 0.5),
  E: whole(64, 8192, 0.5),
  N: whole(1, 128, 1),
  batch: whole(1, 64, 1),
  sram: whole(2048, 262_144, 0.5),
};

const ENDS: Readonly<Record<Sized, readonly [number, number]>> = {
  L: [16, 65_536],
  E: [64, 8192],
  N: [1, 128],
  batch: [1, 64],
  sram: [2048, 262_144],
};

/** Presets, sizes, and how a number lies in memory. */
export function Controls() {
  const words = sceneWords.use().controls;
  const { preset, choose, sizes, change } = useMemoryView();
  const model = useApp((s) => s.model);
  const tokens = useApp((s) => s.yours.tokens.length);
  const own = preset === 'model' || preset === 'text';
  const kind = own ? model.kind : 'Mamba';
  return (
    <section className="memory-controls" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <Segmented
        label={words.preset}
        value={preset}
        onChange={choose}
        options={PRESETS.map((value) => ({ value, label: words.presets[value] }))}
      />
      <p className="memory-note">
        {words.about[preset](model.kind, count(tokens))}
        {kind === 'Mamba-2' && ` ${words.mamba2}`}
        {kind === 'S4D' && ` ${words.s4d}`}
      </p>
      <Size name="L" letter={<i className="letter-plain">L</i>} label={words.L} />
      <Size name="E" letter={<i className="letter-plain">E</i>} label={words.E} />
      <Size name="N" letter={<i className="letter-plain">N</i>} label={words.N} />
      <Size name="batch" letter={<small>{words.batchName}</small>} label={words.batch} />
      <Size name="sram" letter={<small>{words.sramName}</small>} label={words.sram} />
      <div className="memory-dtype">
        <span>{words.dtype}</span>
        <Segmented
          label={words.dtype}
          value={sizes.dtype}
          onChange={(dtype: Sizes['dtype']) => change({ dtype })}
          options={(['f32', 'bf16', 'f16'] as const).map((value) => ({ value, label: value }))}
        />
      </div>
    </section>
  );
}

interface SizeProps {
  name: Sized;
  letter: React.ReactNode;
  label: string;
}

function Size({ name, letter, label }: SizeProps) {
  const { origin, sizes, change } = useMemoryView();
  const format = name === 'sram' ? kibibytes : count;
  const [low, high] = ENDS[name];
  return (
    <SymbolSlider
      letter={letter}
      label={label}
      value={sizes[name]}
      scale={SCALES[name]}
      origin={origin[name]}
      ticks={[]}
      marks={[
        { value: low, text: name === 'sram' ? String(low / 1024) : count(low) },
        { value: high, text: name === 'sram' ? String(high / 1024) : count(high) },
      ]}
      format={format}
      onChange={(value) => change({ [name]: value })}
    />
  );
}
