/// The lessons, and what stands in them that nobody has typed: code, recorded runs, claims, answers of real servers,
/// exercises.
package eventloop.lab.show.lesson;
