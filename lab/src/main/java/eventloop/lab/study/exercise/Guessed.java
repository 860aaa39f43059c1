package eventloop.lab.study.exercise;

import java.time.Instant;
import java.util.OptionalDouble;

/// A number that somebody has guessed before it was measured.
///
/// @param question what was to be guessed: `step05-workers, /index.html beside 4 × /large.bin`
/// @param unit of both figures: `ms`
/// @param came what was measured then; nothing if no answer came
public record Guessed(
        String question, String unit, double guess, OptionalDouble came, Instant date) {}
