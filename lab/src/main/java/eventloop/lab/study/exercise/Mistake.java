package eventloop.lab.study.exercise;

/// What the compiler does not understand.
///
/// @param file its name
/// @param line from 1
/// @param code that line
/// @param column from 1
/// @param words one plain sentence
public record Mistake(String file, long line, String code, long column, String words) {}
