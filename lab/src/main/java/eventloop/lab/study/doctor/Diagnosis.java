package eventloop.lab.study.doctor;

/// One thing that was looked at.
///
/// @param thing what it is, in a word or two
/// @param found how it is here
public sealed interface Diagnosis {
    String thing();

    String found();

    record Well(String thing, String found) implements Diagnosis {}

    /// @param meaning what that does to what is measured or shown
    /// @param remedy the command that mends it, or who or what else does
    record Unwell(String thing, String found, String meaning, String remedy) implements Diagnosis {}
}
