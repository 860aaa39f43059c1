package eventloop.lab.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How many slow requests wait: a number, or as many as there are processors. So many stop what has a thread for each
/// processor, on a small machine and on a large one.
final class SlowCount implements ITypeConverter<Integer> {
    private static final String PROCESSORS = "processors";

    @Override
    public Integer convert(String text) {
        if (text.equals(PROCESSORS)) {
            return Runtime.getRuntime().availableProcessors();
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException words) {
            throw new TypeConversionException(
                    "'%s' is neither a number nor 'processors'".formatted(text));
        }
    }
}
