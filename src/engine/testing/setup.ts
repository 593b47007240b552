import fc from 'fast-check';

// One seed for all property tests, so that what is green here is green everywhere; FC_SEED explores others.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20231201) });
