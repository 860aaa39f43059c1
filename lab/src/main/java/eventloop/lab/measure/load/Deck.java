package eventloop.lab.measure.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// What clients ask for: every page as often as its weight says. Clients draw a card and put it back, so
/// that no request tells anything about the next. Caches look better, or worse, than they are when all
/// clients go through a list in the same order.
final class Deck {
    private final Target[] cards;

    private Deck(List<Target> cards) {
        this.cards = cards.toArray(Target[]::new);
    }

    static Deck of(LoadPlan plan) throws IOException {
        var cards = new ArrayList<Target>();
        for (var page : plan.pages()) {
            if (page.weight() > 0) {
                cards.addAll(Collections.nCopies(page.weight(), Target.of(page, plan)));
            }
        }
        return new Deck(cards);
    }

    Target draw(SplittableRandom random) {
        return cards[random.nextInt(cards.length)];
    }
}
