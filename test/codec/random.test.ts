import fc from 'fast-check';
import { both, pairs } from '../support/engines.js';
import { declaration } from '../support/declarations.js';
import { describeAgreement } from './agreement.js';
import { describeLaws } from './laws.js';

const types = Object.fromEntries(fc.sample(declaration(), { numRuns: 30 }).map((t, i) => [`r${i}`, t]));
const all = await pairs(types);
describeLaws(both(all), 8);
describeAgreement(all, 10);
