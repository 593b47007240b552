import { factor } from '../format';
import { FACTOR_SCALE } from './scale';
import { SymbolSlider, type SymbolSliderProps } from './SymbolSlider';

const TICKS = [1 / 16, 1 / 4, 1, 4, 16];
const MARKS = [
  { value: 1 / 16, text: '1/16' },
  { value: 1, text: '1' },
  { value: 16, text: '16' },
];

type FactorSliderProps = Pick<
  SymbolSliderProps,
  'symbol' | 'label' | 'value' | 'ends' | 'onChange'
>;

/** A factor on a symbol of the model, 1/16 … 16; 1 leaves it untouched. */
export function FactorSlider(props: FactorSliderProps) {
  return (
    <SymbolSlider
      {...props}
      after="×"
      scale={FACTOR_SCALE}
      origin={1}
      ticks={TICKS}
      marks={MARKS}
      format={factor}
      say={(value) => `×${factor(value)}`}
    />
  );
}
