/**
 * The whole pipeline in one thread: the real contexts on a real Vert.x, whose clock, randomness, database server, bank
 * and post are the simulation's. One seed decides everything that happens to them.
 */
@NullMarked
package com.acmecorp.app.simulation;

import org.jspecify.annotations.NullMarked;
