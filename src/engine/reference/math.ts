/** Scalar functions of the model, as the papers and the checkpoints' training code define them. */

/** x·σ(x). */
export const silu = (v: number): number => v / (1 + Math.exp(-v));

/** log(1 + eᵛ); above 20 it equals v in f32, and exp would overflow later. */
export const softplus = (v: number): number => (v > 20 ? v : Math.log1p(Math.exp(v)));
