import { configureGlobal } from 'fast-check';

// One seed for all property tests, so that what is green here is green everywhere; FC_SEED explores others.
configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20231201) });
