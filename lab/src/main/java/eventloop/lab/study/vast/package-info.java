/// How many clients at once: held, served and measured while they stand, up to half a million; and where each step
/// comes to its end.
package eventloop.lab.study.vast;
